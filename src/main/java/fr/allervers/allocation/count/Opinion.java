package fr.allervers.allocation.count;

/** What a ballot says of a candidate whom it marks. */
public enum Opinion {
    /** Worth the dwelling, at a rank of its own. */
    RANKED,
    /** Non-attribution. */
    NON_ALLOCATION,
    /** Irrecevabilité. */
    INADMISSIBLE;

    public boolean rejects() {
        return this != RANKED;
    }
}
