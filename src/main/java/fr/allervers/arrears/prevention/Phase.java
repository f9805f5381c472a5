package fr.allervers.arrears.prevention;

/** Which part of the process a case stands in; the diagram's first gateway reads it. */
enum Phase {
    LADDER,
    /** The household answered and has some days to do what it said. */
    ANSWERED,
    PAUSED,
    PLAN,
    LITIGATION,
    CLOSED
}
