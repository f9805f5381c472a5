package fr.allervers.arrears.prevention;

/** The steps of prevention, in their order. */
public enum LadderStep {
    SMS,
    CALL,
    APPOINTMENT,
    LETTER,
    VISIT,
    /** Everything was tried: somebody decides what comes next. */
    DECIDE
}
