package fr.allervers.inventory.signature;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant added to an entry inventory that binds.
 *
 * @param kind DAYS or HEATING
 * @param status OPEN, ACCEPTED or REFUSED
 * @param annexId the document it became
 */
public record Addition(
        long id,
        String kind,
        String text,
        Instant madeAt,
        String status,
        @Nullable String answer,
        @Nullable Long annexId) {}
