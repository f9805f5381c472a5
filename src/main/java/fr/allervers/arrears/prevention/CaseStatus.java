package fr.allervers.arrears.prevention;

/** Where a case of unpaid rent stands. */
public enum CaseStatus {
    /** The prevention team acts. */
    OPEN,
    /** Nothing is sent and no task opens until a day. */
    PAUSED,
    /** A repayment plan runs. */
    PLAN,
    /** In the hands of the legal team (contentieux). */
    LITIGATION,
    CLOSED
}
