package fr.allervers.ledger;

/** Why a part of a debt is not to be collected for now. */
public enum HoldKind {
    /** Contestée by the tenant. */
    DISPUTED,
    /** Gelée: over-indebtedness found admissible (recevabilité). */
    FROZEN,
    /** Rappel of housing aid expected. */
    AID_EXPECTED,
    /** Étalée: what a repayment plan that is kept to still spreads. */
    PLAN,
    /** Reportée: the landlord agreed to wait. */
    POSTPONED
}
