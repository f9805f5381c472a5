package fr.allervers.inventory.photo;

/** What a virus scanner said of a photo as it came. */
public enum Scan {
    /** No scanner, or none that answered: nothing is known. */
    UNSCANNED,
    CLEAN,
    INFECTED
}
