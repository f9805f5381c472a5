package fr.allervers.arrears.prevention;

/** Why nothing is asked of the household for a while. */
public enum PauseReason {
    DISPUTE,
    HOSPITAL,
    DECEASED,
    /** Surendettement. */
    OVER_INDEBTEDNESS,
    BENEFIT_DELAYED,
    PROMISE,
    OTHER
}
