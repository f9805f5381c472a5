package fr.allervers.tenancy;

import org.jspecify.annotations.Nullable;

/**
 * An agency of the landlord.
 *
 * @param code the code that the landlord's register gives it
 * @param phone the number that tenants call
 */
public record Agency(
        long id, String code, String name, @Nullable String phone) {}
