package fr.allervers.allocation.count;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order of the eligible, place by place. */
record Placing(List<Contender> order, List<Round> rounds) {

    static Placing of(List<Contender> eligible, List<Ballot> ballots, @Nullable Ballot casting) {
        var left = new ArrayList<>(eligible);
        left.sort(Contender.BY_AGE);
        var order = new ArrayList<Contender>();
        var rounds = new ArrayList<Round>();
        while (!left.isEmpty()) {
            var votes = votes(left, ballots);
            int most = Collections.max(votes.values());
            var leading = left.stream()
                    .filter(contender -> votes.getOrDefault(contender.id(), 0) == most)
                    .toList();
            var winner = first(leading, casting);
            rounds.add(new Round(order.size() + 1, votes, winner.id(), leading.size() > 1));
            order.add(winner);
            left.remove(winner);
        }
        return new Placing(order, rounds);
    }

    int place(long candidateId) {
        for (var at = 0; at < order.size(); at++) {
            if (order.get(at).id() == candidateId) {
                return at + 1;
            }
        }
        throw new IllegalArgumentException("Not placed: " + candidateId);
    }

    /** Each ballot counts for the one whom it ranks highest among those left. */
    private static Map<Long, Integer> votes(List<Contender> left, List<Ballot> ballots) {
        var votes = new LinkedHashMap<Long, Integer>();
        left.forEach(contender -> votes.put(contender.id(), 0));
        for (var ballot : ballots) {
            left.stream()
                    .filter(contender -> ballot.rankOf(contender.id()) != null)
                    .min(Comparator.comparingInt(contender -> rank(ballot, contender)))
                    .ifPresent(contender -> votes.merge(contender.id(), 1, Integer::sum));
        }
        return votes;
    }

    /** @param leading by age of their applications, which decides where the casting ballot ranks none of them */
    private static Contender first(List<Contender> leading, @Nullable Ballot casting) {
        return leading.stream()
                .min(Comparator.comparingInt(
                        contender -> casting == null ? Integer.MAX_VALUE : rank(casting, contender)))
                .orElseThrow();
    }

    private static int rank(Ballot ballot, Contender contender) {
        var rank = ballot.rankOf(contender.id());
        return rank == null ? Integer.MAX_VALUE : rank;
    }
}
