package fr.allervers.inventory.board;

/** What the board shows. */
public enum BoardFilter {
    ALL,
    /** The keys' day, or the deposit's, has passed. */
    LATE,
    /** The tenant has to answer or to sign. */
    TENANT,
    /** The landlord has to look, to countersign or to make it on the spot. */
    REVIEW,
    DISPUTE,
    /** A deposit is to go back. */
    DEPOSIT
}
