package fr.allervers.arrears.prevention;

/** How soon the next act of a case is to be done; the worktray's order. */
public enum Urgency {
    LATE,
    TODAY,
    WEEK,
    LATER,
    /** Nothing is to be done by people for now. */
    WAITING,
    CLOSED
}
