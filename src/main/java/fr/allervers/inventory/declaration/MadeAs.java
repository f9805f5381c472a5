package fr.allervers.inventory.declaration;

/** How an inventory was made. */
public enum MadeAs {
    /** By the tenant, then signed by both. */
    DECLARED,
    /** By both on the spot. */
    JOINT,
    /** By a commissaire de justice. */
    BAILIFF
}
