package fr.allervers.ledger;

/** Why a movement waits for a person. */
public enum Doubt {
    /** Nothing in it leads to a lease. */
    UNKNOWN,
    /** The code that the file gives is none of ours. */
    WRONG_CODE,
    /** It leads to several leases. */
    SEVERAL,
    /** The sum of a batch whose payments are not told. */
    BATCH,
    /** Another file told an entry of the same account, day and amount: it may be the same. */
    LOOKALIKE
}
