package fr.allervers.allocation.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Thousands of drawn committees, counted here and by {@link SecondCount}, which shares no code with the first: recusals,
 * mandates, ballots of strangers, blank ballots, ties, an absent mayor, changed ballots.
 */
class ManyCommitteesTest {

    private static final int COMMITTEES = 20_000;

    @Test
    void bothCountsAgreeOnEveryCommitteeDrawn() {
        var seen = new TreeMap<String, Integer>();
        for (var seed = 1; seed <= COMMITTEES; seed++) {
            var drawn = draw(new Random(seed));
            var ours = Count.of(drawn.vote(), drawn.ballots());
            assertThat(SecondCount.words(ours))
                    .as("committee %d: %s", seed, drawn)
                    .isEqualTo(SecondCount.of(drawn.vote(), drawn.ballots()));
            notice(ours, drawn, seen);
        }
        // The draw reaches what it is meant to reach.
        assertThat(seen)
                .containsKeys(
                        "no quorum",
                        "tie broken",
                        "tied place",
                        "casting by the mayor",
                        "casting instead of the mayor",
                        "nobody casts",
                        "INADMISSIBLE",
                        "CONDITIONAL_ALLOCATION",
                        "ALLOCATION",
                        "RANKED_ALLOCATION",
                        "NON_ALLOCATION",
                        "mandate",
                        "recused")
                .allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThan(100));
    }

    @Test
    void theOrderInWhichBallotsArriveChangesNothing() {
        for (var seed = 1; seed <= 2_000; seed++) {
            var drawn = draw(new Random(seed));
            var shuffled = new ArrayList<>(drawn.ballots());
            Collections.shuffle(shuffled, new Random(seed));
            var electors = new ArrayList<>(drawn.vote().electors());
            Collections.reverse(electors);
            var contenders = new ArrayList<>(drawn.vote().contenders());
            Collections.reverse(contenders);
            var same = new Vote(
                    contenders,
                    electors,
                    drawn.vote().quorum(),
                    drawn.vote().mayor(),
                    drawn.vote().instead());
            assertThat(Count.of(same, shuffled).verdicts())
                    .isEqualTo(Count.of(drawn.vote(), drawn.ballots()).verdicts());
        }
    }

    record Drawn(Vote vote, List<Ballot> ballots) {}

    private static Drawn draw(Random random) {
        var contenders = new ArrayList<Contender>();
        for (var at = 0; at < 1 + random.nextInt(5); at++) {
            contenders.add(new Contender(
                    100 + at, LocalDate.of(2018 + random.nextInt(3), 1, 1), String.format("%03d", 500 - at)));
        }
        var electors = new ArrayList<Elector>();
        for (long voter = 1; voter <= 2 + random.nextInt(9); voter++) {
            electors.add(new Elector(voter, random.nextInt(8) == 0, random.nextInt(3) > 0));
        }
        var last = new LinkedHashMap<Long, Ballot>();
        // Voters beyond the electorate are strangers; a later ballot takes the place of an earlier one.
        for (var at = 0; at < random.nextInt(electors.size() * 2 + 2); at++) {
            var voter = 1L + random.nextInt(electors.size() + 1);
            var holder = random.nextInt(6) == 0 ? 1L + random.nextInt(electors.size()) : voter;
            last.put(voter, ballot(random, voter, holder, contenders));
        }
        var mayor = random.nextInt(4) == 0 ? null : 1L + random.nextInt(electors.size());
        @Nullable Long instead = random.nextBoolean() ? null : Long.valueOf(1L + random.nextInt(electors.size()));
        var quorum = new QuorumRule(1 + random.nextInt(4), random.nextBoolean());
        return new Drawn(new Vote(contenders, electors, quorum, mayor, instead), List.copyOf(last.values()));
    }

    private static Ballot ballot(Random random, long voter, long holder, List<Contender> contenders) {
        var ranks = new ArrayList<Integer>();
        for (var rank = 1; rank <= contenders.size() + 2; rank++) {
            ranks.add(rank);
        }
        Collections.shuffle(ranks, random);
        var marks = new ArrayList<Mark>();
        var blank = random.nextInt(8) == 0;
        for (var contender : contenders) {
            var drawn = random.nextInt(10);
            if (blank || drawn == 0) {
                continue;
            }
            if (drawn < 6) {
                var rank = ranks.remove(0);
                marks.add(
                        random.nextInt(3) == 0
                                ? Mark.ranked(contender.id(), rank, "pièce " + random.nextInt(2))
                                : Mark.ranked(contender.id(), rank));
            } else {
                marks.add(Mark.rejected(
                        contender.id(),
                        drawn < 8 ? Opinion.NON_ALLOCATION : Opinion.INADMISSIBLE,
                        "reason " + random.nextInt(3)));
            }
        }
        return new Ballot(voter, holder, marks);
    }

    private static void notice(Outcome outcome, Drawn drawn, TreeMap<String, Integer> seen) {
        see(seen, outcome.decided() ? "quorum" : "no quorum");
        outcome.verdicts().forEach(verdict -> {
            see(seen, verdict.kind().name());
            if (verdict.tieBroken()) {
                see(seen, "tie broken");
            }
        });
        if (outcome.rounds().stream().anyMatch(Round::tied)) {
            see(seen, "tied place");
        }
        if (outcome.castingVoter() == null) {
            see(seen, "nobody casts");
        } else {
            see(
                    seen,
                    outcome.castingVoter().equals(drawn.vote().mayor())
                            ? "casting by the mayor"
                            : "casting instead of the mayor");
        }
        if (drawn.ballots().stream().anyMatch(Ballot::byMandate)) {
            see(seen, "mandate");
        }
        if (drawn.vote().electors().stream().anyMatch(Elector::recused)) {
            see(seen, "recused");
        }
    }

    private static void see(TreeMap<String, Integer> seen, String what) {
        seen.merge(what, 1, Integer::sum);
    }
}
