package fr.allervers.allocation.candidacy;

/** Why a dwelling may go to the committee with fewer than three candidates (CCH R441-3). */
public enum FewCandidates {
    /** There are too few applications for it. */
    TOO_FEW,
    /** Households that the prefect designated under DALO. */
    DALO,
    /** Dwellings of article D331-25-1. */
    D331_25_1,
    OTHER_LEGAL
}
