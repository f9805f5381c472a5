package fr.allervers.arrears.lookup;

import fr.allervers.arrears.appointment.Appointment;
import fr.allervers.arrears.plan.NextInstalment;
import fr.allervers.ledger.Standing;
import fr.allervers.tenancy.Household;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that somebody at a tenant's door needs, in one screen. No social notes.
 *
 * @param standing of the current lease; none without one
 * @param asOf when it was read
 * @param rentCase the open case of unpaid rent; none without one
 * @param plan what its repayment plan asks for next; none without a plan
 */
public record FieldSheet(
        Household household,
        @Nullable Standing standing,
        Instant asOf,
        @Nullable RentCase rentCase,
        @Nullable NextInstalment plan,
        @Nullable Appointment next,
        List<VisitNote> notes) {

    /**
     * A case of unpaid rent, as far as the field needs it.
     *
     * @param pausedUntil first day on which prevention goes on; none while it is not paused
     */
    public record RentCase(
            long id,
            String status,
            @Nullable String pauseReason,
            @Nullable LocalDate pausedUntil) {}

    /** A note of a visit. */
    public record VisitNote(String byName, Instant notedAt, String note) {}
}
