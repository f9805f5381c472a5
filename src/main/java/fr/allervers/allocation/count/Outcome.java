package fr.allervers.allocation.count;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a vote.
 *
 * @param castingVoter who decided, or would have decided, ties
 * @param rounds how the eligible were placed
 * @param verdicts one per candidate: allocations by rank, then refusals in the order of {@link Contender#BY_AGE}; empty without quorum
 */
public record Outcome(
        Quorum quorum, @Nullable Long castingVoter, int blank, List<Round> rounds, List<Verdict> verdicts) {

    public boolean decided() {
        return quorum.reached();
    }
}
