package fr.allervers.outreach.calling;

/** How a call ended. */
enum Outcome {
    REACHED,
    CARED,
    UNREACHED,
    REFUSED,
    DECEASED,
    MOVED,
    INTERRUPTED,
    /** Late, and given up by a supervisor. */
    STOPPED
}
