package fr.allervers.tenancy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A lease of a household and the dwelling it is about. Amounts are cents a month. */
public record Lease(
        String code,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        String dwellingCode,
        String typology,
        @Nullable Integer floor,
        @Nullable String door,
        @Nullable Long rentCents,
        @Nullable Long chargesCents,
        String buildingName,
        @Nullable String stairwell) {}
