package fr.allervers.allocation;

import java.util.List;

/**
 * The president has signed what the ballots give for one dwelling; published within the transaction of the signature.
 *
 * @param decisions one per candidate: the allocations by rank, then the others in the order of the candidates' numbers
 */
public record ItemDecided(long itemId, long offeredDwellingId, List<CandidateDecision> decisions) {

    public ItemDecided {
        decisions = List.copyOf(decisions);
    }
}
