package fr.allervers.arrears.prevention;

/** What somebody must do before the ladder goes on, and why. */
enum Pending {
    /** The household answered, and nothing came of it in time. */
    ANSWER_LAPSED,
    PLAN_BROKEN,
    /** Every instalment was paid, and something else is owed. */
    PLAN_KEPT,
    /** The plan was ended so that another takes its place. */
    PLAN_RENEGOTIATED,
    BACK_FROM_LITIGATION,
    /** The social situation was assessed. */
    ASSESSED,
    /** Nobody seems to live there any more. */
    GONE,
    /** An assessment of the social situation was decided. */
    ASSESS;

    /** The step of the process. */
    String step() {
        return this == ASSESS ? "ASSESS" : LadderStep.DECIDE.name();
    }
}
