package fr.allervers.allocation.session;

/** Where an item stands. */
public enum ItemState {
    PLANNED,
    DEBATE,
    VOTING,
    /** Closed with quorum; the president's signature is due. */
    COUNTED,
    /** Closed without quorum; the president prolongs or postpones. */
    NO_QUORUM,
    DECIDED,
    POSTPONED,
    /** Sent to a physical session by a member. */
    REFERRED,
    CANCELLED;

    /** Whether nothing more happens to it in this session. */
    public boolean isSettled() {
        return this == DECIDED || this == POSTPONED || this == REFERRED || this == CANCELLED;
    }

    /** Whether its ballots may be shown. */
    public boolean isClosed() {
        return this == COUNTED || this == NO_QUORUM || isSettled();
    }
}
