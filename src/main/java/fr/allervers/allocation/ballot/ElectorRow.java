package fr.allervers.allocation.ballot;

import fr.allervers.allocation.committee.Capacity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody listed for an item when its vote opened.
 *
 * @param mandateTo the elector who votes for this one
 * @param present took part while the vote of a live session was open; known when it closes
 */
public record ElectorRow(
        long voterId,
        long staffId,
        String name,
        Capacity capacity,
        boolean deliberative,
        @Nullable Long mandateTo,
        boolean present,
        @Nullable Instant recusedAt,
        @Nullable String recusalReason) {

    public boolean recused() {
        return recusedAt != null;
    }
}
