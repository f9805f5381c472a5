package fr.allervers.allocation.candidacy;

/** How a household and a number of rooms fit, by the landlord's grid (allocation-fit.dmn). */
public enum Fit {
    FITS,
    /** More rooms than the household needs. */
    TOO_BIG,
    TOO_SMALL
}
