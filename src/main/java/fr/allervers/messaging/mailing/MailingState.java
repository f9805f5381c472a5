package fr.allervers.messaging.mailing;

/** Where a mailing stands. */
public enum MailingState {
    DRAFT,
    /** A second person has to approve it. */
    PROPOSED,
    /** Waits for its moment. */
    SCHEDULED,
    SENDING,
    /** Everything has left or failed; letters may still wait for the printer. */
    DONE,
    CANCELLED;

    /** Whether something may still be kept from leaving. */
    public boolean isUnderWay() {
        return this == PROPOSED || this == SCHEDULED || this == SENDING;
    }
}
