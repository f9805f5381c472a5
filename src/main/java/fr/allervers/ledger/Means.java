package fr.allervers.ledger;

/** How a payment is made. */
public enum Means {
    /** Prélèvement. */
    DIRECT_DEBIT,
    /** Virement. */
    TRANSFER,
    CHEQUE,
    CARD,
    CASH,
    /** À la Trésorerie, with the public accountant. */
    TREASURY
}
