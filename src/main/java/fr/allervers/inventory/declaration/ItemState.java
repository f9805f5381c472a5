package fr.allervers.inventory.declaration;

/** The state of an element, best first. */
public enum ItemState {
    NEW,
    GOOD,
    /** As years of use leave it. */
    WORN,
    DAMAGED,
    MISSING;

    /** Whether it must be seen on a photo. */
    public boolean needsPhoto() {
        return this == DAMAGED;
    }

    /** Whether it must be said in words too. */
    public boolean needsRemark() {
        return this == DAMAGED || this == MISSING;
    }

    /** Whether this is a difference that may be the tenant's, against what it was. */
    public boolean isWorseThan(ItemState before) {
        return compareTo(before) > 0;
    }
}
