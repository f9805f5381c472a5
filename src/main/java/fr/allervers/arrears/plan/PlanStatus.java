package fr.allervers.arrears.plan;

/** Where a repayment plan stands. */
public enum PlanStatus {
    DRAFT,
    /** The household was told of it and has not signed yet. */
    OFFERED,
    /** Signed and followed. */
    SIGNED,
    /** Every instalment is paid, or the debt is. */
    KEPT,
    BROKEN,
    /** Another plan takes its place. */
    RENEGOTIATED,
    /** Given up before it was signed, or without reproach. */
    CANCELLED;

    /** Whether it stands in the way of another plan for the same case. */
    public boolean isActive() {
        return this == DRAFT || this == OFFERED || this == SIGNED;
    }
}
