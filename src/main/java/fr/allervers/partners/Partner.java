package fr.allervers.partners;

import org.jspecify.annotations.Nullable;

/**
 * A partner as people call it.
 *
 * @param kind the name of a {@link PartnerKind}
 * @param phone as dialled in France
 */
public record Partner(
        long id,
        String name,
        String kind,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String openingHours) {}
