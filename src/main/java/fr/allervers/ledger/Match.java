package fr.allervers.ledger;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose a movement is.
 *
 * @param leaseId none when a person has to say
 * @param doubt why a person has to say
 * @param candidates leases that it may be for
 */
record Match(@Nullable Long leaseId, @Nullable Doubt doubt, List<Long> candidates) {

    static Match sure(long leaseId) {
        return new Match(leaseId, null, List.of());
    }

    static Match doubtful(Doubt doubt, Collection<Long> candidates) {
        return new Match(null, doubt, List.copyOf(candidates));
    }
}
