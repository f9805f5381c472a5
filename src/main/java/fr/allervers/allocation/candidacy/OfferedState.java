package fr.allervers.allocation.candidacy;

/** Where an offered dwelling stands. */
public enum OfferedState {
    /** Candidates are gathered. */
    OPEN,
    /** Waits for a committee, or is before it. */
    READY,
    /** The committee allocated it; the offers run. */
    DECIDED,
    /** The lease is signed. */
    LET,
    /** Nobody of those allocated took it, or nobody was allocated. */
    EXHAUSTED,
    WITHDRAWN
}
