package fr.allervers.arrears.prevention;

/** How the household answered; the rest of the ladder is skipped. */
public enum Answer {
    APPOINTMENT_BOOKED,
    /** A promise to pay. */
    PROMISE,
    PLAN_SIGNED,
    /** Somebody spoke with the household, on the phone or at the door. */
    CONTACTED
}
