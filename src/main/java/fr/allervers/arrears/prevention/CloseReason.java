package fr.allervers.arrears.prevention;

/** Why a case ended. */
public enum CloseReason {
    /** The debt is paid, or below what the landlord asks for. */
    DEBT_CLEARED,
    /** Somebody decided so and said why. */
    BY_DECISION
}
