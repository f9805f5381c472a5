package fr.allervers.allocation.session;

/** Where a session stands. */
public enum SessionState {
    DRAFT,
    /** Members have their notice; the règlement intérieur is pinned. */
    CONVENED,
    OPEN,
    SUSPENDED,
    /** Every item is settled; the minutes wait for the signature. */
    CLOSED,
    /** The minutes are signed and sealed. */
    SIGNED,
    CANCELLED;

    public boolean isUnderWay() {
        return this == OPEN || this == SUSPENDED;
    }
}
