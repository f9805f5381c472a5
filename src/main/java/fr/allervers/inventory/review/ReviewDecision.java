package fr.allervers.inventory.review;

/** What the landlord makes of a declaration. */
public enum ReviewDecision {
    ACCEPT,
    /** More of some items is asked for. */
    ASK,
    /** It is contested: made by both on the spot. */
    VISIT,
    /** It is contested, or cannot be made by both: a commissaire de justice reports. */
    BAILIFF
}
