package fr.allervers.arrears.plan;

/** How the household signed. */
public enum SignedHow {
    /** Signé au guichet: before an officer, on paper that is kept. */
    DESK,
    /** By a link and a code sent once. */
    LINK
}
