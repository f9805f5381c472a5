package fr.allervers.partners;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the directory holds of a partner.
 *
 * @param version to be given back with a change
 */
public record PartnerSheet(
        long id,
        int version,
        boolean active,
        String name,
        PartnerKind kind,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String openingHours,
        List<Commune> communes,
        Set<Service> services) {}
