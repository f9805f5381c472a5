package fr.allervers.allocation.count;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts the ballots of an item: the rule that the minutes state (docs/allocation-count.md). The law asks for a decision per
 * candidate and a majority (articles L441-2 and R441-3); the rest is the landlord's règlement intérieur.
 */
public final class Count {

    private Count() {}

    /** The result. Ballots of others than the electors, of the recused and by recused holders are left out. */
    public static Outcome of(Vote vote, Collection<Ballot> cast) {
        var ballots = valid(vote, cast);
        var quorum = Quorum.of(vote, ballots);
        var casting = castingBallot(vote, ballots);
        var blank = (int)
                ballots.stream().filter(ballot -> ballot.marks().isEmpty()).count();
        var castingVoter = casting == null ? null : casting.voterId();
        if (!quorum.reached()) {
            return new Outcome(quorum, castingVoter, blank, List.of(), List.of());
        }
        var majorities = vote.contenders().stream()
                .sorted(Contender.BY_AGE)
                .map(contender -> Majority.of(contender, ballots, casting))
                .toList();
        var placing = Placing.of(
                majorities.stream()
                        .filter(Majority::eligible)
                        .map(Majority::contender)
                        .toList(),
                ballots,
                casting);
        return new Outcome(
                quorum, castingVoter, blank, placing.rounds(), Verdicts.of(majorities, placing, ballots, casting));
    }

    /** The ballots that count: one per elector who is not recused, cast by somebody who is not. */
    public static List<Ballot> valid(Vote vote, Collection<Ballot> cast) {
        Map<Long, Elector> electors =
                vote.electors().stream().collect(Collectors.toMap(Elector::voterId, Function.identity()));
        Set<Long> recused = vote.electors().stream()
                .filter(Elector::recused)
                .map(Elector::voterId)
                .collect(Collectors.toSet());
        return cast.stream()
                .filter(ballot -> electors.containsKey(ballot.voterId()))
                .filter(ballot -> !recused.contains(ballot.voterId()) && !recused.contains(ballot.castBy()))
                .toList();
    }

    /** The mayor's ballot, blank or not; without one, that of whom the règlement names. */
    private static @Nullable Ballot castingBallot(Vote vote, List<Ballot> ballots) {
        var mayors = of(vote.mayor(), ballots);
        return mayors != null ? mayors : of(vote.instead(), ballots);
    }

    private static @Nullable Ballot of(@Nullable Long voter, List<Ballot> ballots) {
        return ballots.stream()
                .filter(ballot -> voter != null && ballot.voterId() == voter)
                .findFirst()
                .orElse(null);
    }
}
