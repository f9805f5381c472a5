package fr.allervers.partners;

/**
 * A commune in which the landlord has buildings, or a partner serves.
 *
 * @param insee its official code; {@code name} is the code too where the register does not know it
 */
public record Commune(String insee, String name) {}
