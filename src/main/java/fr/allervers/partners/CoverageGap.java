package fr.allervers.partners;

/** A service that no active partner gives in a commune. */
public record CoverageGap(String insee, Service service) {}
