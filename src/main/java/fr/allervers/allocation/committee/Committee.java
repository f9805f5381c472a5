package fr.allervers.allocation.committee;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A committee (CALEOL).
 *
 * @param agencyId the agency whose dwellings it decides on; none for the landlord as a whole
 * @param presidentId the member whom the six elected; none before the election
 */
public record Committee(
        long id,
        String name,
        @Nullable Long agencyId,
        @Nullable Long presidentId,
        @Nullable LocalDate presidentElectedOn) {}
