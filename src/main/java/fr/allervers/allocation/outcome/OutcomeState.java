package fr.allervers.allocation.outcome;

/** What became of a decision on one candidate. */
public enum OutcomeState {
    /** Allocated; waits for its turn, or for the document of its condition. */
    WAITING,
    OFFERED,
    ACCEPTED,
    REFUSED,
    /** No answer in time: a refusal (CCH R441-10). */
    SILENT,
    /** The document of its condition did not come in time. */
    PAPER_MISSED,
    /** Accepted, but no lease was signed. */
    DROPPED,
    LEASED,
    /** Somebody before took the dwelling, or the household is housed elsewhere. */
    NOT_NEEDED,
    NOT_ALLOCATED,
    /** Inadmissible: the month of the warning runs. */
    WARNED,
    /** Inadmissible: taken out of the national register. */
    REMOVED,
    /** Inadmissible, but the application stays. */
    KEPT
}
