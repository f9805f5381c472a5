package fr.allervers.allocation;

/** What a committee decides on a candidate: the five decisions of article R441-3 of the code of construction and housing. */
public enum DecisionKind {
    /** Attribution to the only eligible candidate. */
    ALLOCATION,
    /** Attribution by rank: each refusal passes the offer to the next. */
    RANKED_ALLOCATION,
    /** Attribution under the condition that a missing listed document arrives in time; may bear a rank. */
    CONDITIONAL_ALLOCATION,
    /** Non-attribution, with its reasons. */
    NON_ALLOCATION,
    /** Irrecevabilité: the law's conditions for social housing are not met. */
    INADMISSIBLE;

    /** Whether the dwelling may go to the candidate by this decision. */
    public boolean allocates() {
        return this == ALLOCATION || this == RANKED_ALLOCATION || this == CONDITIONAL_ALLOCATION;
    }
}
