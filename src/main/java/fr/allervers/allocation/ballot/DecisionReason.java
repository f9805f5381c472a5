package fr.allervers.allocation.ballot;

/** The reasons that a member chooses from for a refusal; the notice says them in words (article L441-2-2). */
public enum DecisionReason {
    CEILING(true, true),
    RESIDENCE_PERMIT(true, true),
    NO_REGISTRATION(true, true),
    FALSE_STATEMENT(true, true),
    EFFORT_RATE(false, true),
    FIT(false, true),
    FILE_INCOMPLETE(false, true),
    SUITABLY_HOUSED(false, true),
    MIX(false, true),
    REFUSED_BEFORE(false, true),
    OTHER(true, true),
    /** Given by the count, where no ballot gave a reason: there was no majority for the candidate. */
    NO_MAJORITY(false, false);

    private final boolean inadmissible;
    private final boolean chosen;

    DecisionReason(boolean inadmissible, boolean chosen) {
        this.inadmissible = inadmissible;
        this.chosen = chosen;
    }

    /** Whether it may make an application inadmissible. */
    public boolean inadmissible() {
        return inadmissible;
    }

    /** Whether members choose it. */
    public boolean chosen() {
        return chosen;
    }
}
