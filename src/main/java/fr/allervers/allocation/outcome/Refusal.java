package fr.allervers.allocation.outcome;

/** Why a candidate refuses a dwelling. */
public enum Refusal {
    PLACE,
    SIZE,
    RENT,
    ACCESS,
    CONDITION,
    FOUND_ANOTHER,
    OTHER
}
