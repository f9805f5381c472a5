package fr.allervers.tenancy;

/**
 * The register tells that nobody of the household lives there any more. Published inside the transaction that says so:
 * what listens to it happens with it or not at all.
 */
public record HouseholdLeft(long householdId, Reason reason) {

    /** What became of the person who left last. */
    public enum Reason {
        MOVED,
        DECEASED
    }
}
