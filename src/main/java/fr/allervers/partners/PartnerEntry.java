package fr.allervers.partners;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a partner: it gives all the services in all the communes.
 *
 * @param insees codes of communes, at least one
 * @param services at least one
 */
public record PartnerEntry(
        String name,
        PartnerKind kind,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String openingHours,
        Set<String> insees,
        Set<Service> services) {}
