package fr.allervers.allocation.count;

import fr.allervers.allocation.DecisionKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns majorities and places into decisions with their reasons. */
final class Verdicts {

    private Verdicts() {}

    static List<Verdict> of(
            List<Majority> majorities, Placing placing, List<Ballot> ballots, @Nullable Ballot casting) {
        var single = placing.order().size() == 1;
        var verdicts = new ArrayList<Verdict>();
        for (var majority : majorities) {
            verdicts.add(
                    majority.eligible()
                            ? allocation(
                                    majority, placing.place(majority.contender().id()), single, ballots, casting)
                            : refusal(majority, ballots));
        }
        // The sort is stable: refusals stay by the age of the applications.
        verdicts.sort(Comparator.comparingInt(verdict -> verdict.rank() == null ? Integer.MAX_VALUE : verdict.rank()));
        return List.copyOf(verdicts);
    }

    private static Verdict allocation(
            Majority majority, int place, boolean single, List<Ballot> ballots, @Nullable Ballot casting) {
        var id = majority.contender().id();
        var conditions = marks(id, Opinion.RANKED, ballots).stream()
                .map(Mark::condition)
                .filter(Objects::nonNull)
                .toList();
        var without = majority.votes(Opinion.RANKED) - conditions.size();
        var castingCondition =
                Optional.ofNullable(casting).flatMap(ballot -> ballot.on(id)).map(Mark::condition);
        var conditional = conditions.size() > without || (conditions.size() == without && castingCondition.isPresent());
        var kind = conditional
                ? DecisionKind.CONDITIONAL_ALLOCATION
                : single ? DecisionKind.ALLOCATION : DecisionKind.RANKED_ALLOCATION;
        var condition = conditional ? mostFrequent(conditions, castingCondition.orElse(null)) : null;
        return verdict(majority, kind, place, condition, conditions.size(), ballots);
    }

    private static Verdict refusal(Majority majority, List<Ballot> ballots) {
        var kind = majority.opinion() == Opinion.INADMISSIBLE ? DecisionKind.INADMISSIBLE : DecisionKind.NON_ALLOCATION;
        var conditional = (int) marks(majority.contender().id(), Opinion.RANKED, ballots).stream()
                .filter(mark -> mark.condition() != null)
                .count();
        return verdict(majority, kind, null, null, conditional, ballots);
    }

    private static Verdict verdict(
            Majority majority,
            DecisionKind kind,
            @Nullable Integer place,
            @Nullable String condition,
            int conditional,
            List<Ballot> ballots) {
        var same = marks(majority.contender().id(), majority.opinion(), ballots);
        return new Verdict(
                majority.contender().id(),
                kind,
                place,
                condition,
                majority.votes(Opinion.RANKED),
                conditional,
                majority.votes(Opinion.NON_ALLOCATION),
                majority.votes(Opinion.INADMISSIBLE),
                majority.tieBroken(),
                byFrequency(
                        same.stream().flatMap(mark -> mark.reasons().stream()).toList()),
                same.stream()
                        .map(mark -> mark.words().strip())
                        .filter(words -> !words.isEmpty())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" ; ")));
    }

    private static List<Mark> marks(long candidateId, Opinion opinion, List<Ballot> ballots) {
        return ballots.stream()
                .flatMap(ballot -> ballot.on(candidateId).stream())
                .filter(mark -> mark.opinion() == opinion)
                .toList();
    }

    /** The condition given most often; among several, the casting ballot's, else the first by name. */
    private static String mostFrequent(List<String> conditions, @Nullable String casting) {
        var all = byFrequency(conditions);
        var times = times(conditions);
        return casting != null && Objects.equals(times.get(casting), times.get(all.get(0))) ? casting : all.get(0);
    }

    private static List<String> byFrequency(List<String> all) {
        var times = times(all);
        return times.keySet().stream()
                .sorted(Comparator.comparing((String one) -> -times.getOrDefault(one, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static Map<String, Integer> times(List<String> all) {
        var times = new HashMap<String, Integer>();
        all.forEach(one -> times.merge(one, 1, Integer::sum));
        return times;
    }
}
