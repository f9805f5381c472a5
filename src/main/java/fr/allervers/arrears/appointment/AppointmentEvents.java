package fr.allervers.arrears.appointment;

import fr.allervers.workflow.CaseRef;

/** What the case behind an appointment is told, inside the transaction. */
public final class AppointmentEvents {

    private AppointmentEvents() {}

    /** Booked for the first time, or again after a cancellation; a move is no new booking. */
    public record AppointmentBooked(CaseRef of, long id) {}

    /** It is at another time, or held otherwise. */
    public record AppointmentMoved(CaseRef of, long id) {}

    /** Cancelled: nobody will meet. */
    public record AppointmentCancelled(CaseRef of, long id) {}

    /**
     * It is over.
     *
     * @param outcome HELD, EXCUSED or NO_SHOW
     */
    public record AppointmentNoted(CaseRef of, long id, AppointmentState outcome) {}
}
