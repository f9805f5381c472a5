package fr.allervers.tenancy;

import org.jspecify.annotations.Nullable;

/**
 * A line of a search.
 *
 * @param occupants their names, separated by commas
 * @param phone a number that works, as people read it
 */
public record HouseholdHit(
        long id,
        String code,
        String name,
        @Nullable String occupants,
        String address,
        String commune,
        String agencyName,
        @Nullable String phone) {}
