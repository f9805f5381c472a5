package fr.allervers.allocation.candidacy;

/** The category of household that the ceilings of resources tell apart (annex of the arrêté of 29 July 1987, from memory: to be confirmed). */
public final class CeilingPolicy {

    /** Categories have a ceiling of their own up to this one; beyond, a sum is added for each further person. */
    static final int LAST = 6;
    /** The row of the ceilings that holds the sum for each further person. */
    static final int FURTHER = 7;

    private CeilingPolicy() {}

    /**
     * From 1 up: as many as there are persons; a person alone with children, or a household with a disabled person, counts one
     * more; a young couple without children counts as three.
     *
     * @param youngCouple two adults whose ages together are at most 55 years
     */
    public static int category(int adults, int children, boolean disabled, boolean youngCouple) {
        var persons = adults + children;
        if (youngCouple && adults == 2 && children == 0) {
            return 3;
        }
        return (adults == 1 && children > 0) || disabled ? persons + 1 : persons;
    }
}
