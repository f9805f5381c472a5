package fr.allervers.arrears.appointment;

/** What became of an appointment. */
public enum AppointmentState {
    BOOKED,
    /** The tenant came, or was reached. */
    HELD,
    /** The tenant said before that it would not be possible. */
    EXCUSED,
    NO_SHOW,
    /** By the tenant, or by the officer for them. */
    CANCELLED,
    /** Its case ended: it had no object any more. */
    WITHDRAWN;

    /** Whether the officer may record it once the time has come. */
    public boolean isOutcome() {
        return this == HELD || this == EXCUSED || this == NO_SHOW;
    }
}
