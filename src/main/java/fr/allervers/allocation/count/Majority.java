package fr.allervers.allocation.count;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the majority is for a candidate.
 *
 * @param opinion {@link Opinion#RANKED} when the candidate is eligible, else the kind of refusal
 * @param votes per opinion
 */
record Majority(Contender contender, Opinion opinion, Map<Opinion, Integer> votes, boolean tieBroken) {

    boolean eligible() {
        return opinion == Opinion.RANKED;
    }

    int votes(Opinion of) {
        return votes.getOrDefault(of, 0);
    }

    static Majority of(Contender contender, List<Ballot> ballots, @Nullable Ballot casting) {
        var votes = new EnumMap<Opinion, Integer>(Opinion.class);
        ballots.forEach(
                ballot -> ballot.on(contender.id()).ifPresent(mark -> votes.merge(mark.opinion(), 1, Integer::sum)));
        int ranked = votes.getOrDefault(Opinion.RANKED, 0);
        int non = votes.getOrDefault(Opinion.NON_ALLOCATION, 0);
        int inadmissible = votes.getOrDefault(Opinion.INADMISSIBLE, 0);
        var deciding = casting == null
                ? null
                : casting.on(contender.id()).map(Mark::opinion).orElse(null);
        if (ranked > non + inadmissible) {
            return new Majority(contender, Opinion.RANKED, votes, false);
        }
        if (ranked == non + inadmissible) {
            return new Majority(contender, deciding == null ? Opinion.NON_ALLOCATION : deciding, votes, true);
        }
        if (non == inadmissible) {
            return new Majority(
                    contender,
                    deciding == Opinion.INADMISSIBLE ? Opinion.INADMISSIBLE : Opinion.NON_ALLOCATION,
                    votes,
                    true);
        }
        return new Majority(
                contender, inadmissible > non ? Opinion.INADMISSIBLE : Opinion.NON_ALLOCATION, votes, false);
    }
}
