package fr.allervers.staff;

/**
 * Somebody's roles or agencies are others than before, within the transaction that keeps them.
 *
 * @param before roles and ids of agencies, in order; * for every agency
 */
public record RightsChanged(long staffId, String before, String after) {}
