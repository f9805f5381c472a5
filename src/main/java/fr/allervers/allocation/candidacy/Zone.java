package fr.allervers.allocation.candidacy;

/** Where a dwelling stands, as the ceilings of resources tell zones apart (arrêté of 29 July 1987, from memory). */
public enum Zone {
    /** Paris and the communes that touch it; those are chosen by hand. */
    PARIS,
    IDF,
    OTHER;

    /** What the commune's code suggests. */
    public static Zone of(String insee) {
        var department = insee.length() < 2 ? "" : insee.substring(0, 2);
        return switch (department) {
            case "75" -> PARIS;
            case "77", "78", "91", "92", "93", "94", "95" -> IDF;
            default -> OTHER;
        };
    }
}
