package fr.allervers.arrears.appointment;

import fr.allervers.workflow.CaseRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An appointment of a household with an officer.
 *
 * @param caseKind with caseId: the case that it is about, or "household" and the household
 * @param place where; the video room's address; empty for a call or at the tenant's
 * @param sequence how often it was moved or ended: the SEQUENCE of its calendar entry
 * @param changedAt when it was booked, or moved last
 */
public record Appointment(
        long id,
        long offerId,
        String caseKind,
        long caseId,
        long householdId,
        long agencyId,
        long staffId,
        MeetingKind kind,
        String place,
        Instant startsAt,
        Instant endsAt,
        AppointmentState state,
        int sequence,
        String bookedBy,
        Instant changedAt,
        @Nullable String note) {

    /** The process, and the kind of case in the inbox. */
    public static final String KIND = "appointment";

    /** Stands for a case's kind when there is no case but the household itself. */
    public static final String HOUSEHOLD = "household";

    public CaseRef of() {
        return new CaseRef(caseKind, caseId);
    }

    public CaseRef self() {
        return new CaseRef(KIND, id);
    }

    public boolean isBooked() {
        return state == AppointmentState.BOOKED;
    }
}
