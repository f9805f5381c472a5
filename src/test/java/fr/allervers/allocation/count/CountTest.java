package fr.allervers.allocation.count;

import static fr.allervers.allocation.count.Mark.ranked;
import static fr.allervers.allocation.count.Mark.rejected;
import static fr.allervers.allocation.count.Opinion.INADMISSIBLE;
import static fr.allervers.allocation.count.Opinion.NON_ALLOCATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.allocation.DecisionKind;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The counting rule, clause by clause. Voter 1 is the mayor; voter 2 decides ties in her absence where said. */
class CountTest {

    private static final long A = 101;
    private static final long B = 102;
    private static final long C = 103;

    @Test
    void theOnlyEligibleCandidateIsAllocatedTheDwelling() {
        var outcome = count(Ballot.of(1, ranked(A, 1), rejected(B, NON_ALLOCATION)), Ballot.of(2, ranked(A, 1)));
        assertThat(kinds(outcome)).containsExactly("101 ALLOCATION 1", "102 NON_ALLOCATION", "103 NON_ALLOCATION");
    }

    @Test
    void severalEligibleCandidatesAreRankedRoundByRound() {
        var outcome = count(
                Ballot.of(1, ranked(A, 1), ranked(B, 2), ranked(C, 3)),
                Ballot.of(2, ranked(B, 1), ranked(A, 2), ranked(C, 3)),
                Ballot.of(3, ranked(B, 1), ranked(C, 2)));
        assertThat(kinds(outcome))
                .containsExactly("102 RANKED_ALLOCATION 1", "101 RANKED_ALLOCATION 2", "103 RANKED_ALLOCATION 3");
        // Once B is placed, the third ballot counts for C.
        assertThat(outcome.rounds().get(1).votes()).containsEntry(A, 2).containsEntry(C, 1);
    }

    @Test
    void ranksLeftOutOnABallotDoNotMatterOnlyTheirOrder() {
        var outcome = count(Ballot.of(1, ranked(A, 7), ranked(B, 3)), Ballot.of(2, ranked(B, 2), ranked(A, 9)));
        assertThat(kinds(outcome)).startsWith("102 RANKED_ALLOCATION 1", "101 RANKED_ALLOCATION 2");
    }

    @Test
    void theMayorsOwnMarkDecidesAnEvenSplit() {
        var forA = count(Ballot.of(1, ranked(A, 1)), Ballot.of(2, rejected(A, NON_ALLOCATION)));
        assertThat(forA.verdicts().get(0).kind()).isEqualTo(DecisionKind.ALLOCATION);
        assertThat(forA.verdicts().get(0).tieBroken()).isTrue();
        var against = count(Ballot.of(1, rejected(A, INADMISSIBLE)), Ballot.of(2, ranked(A, 1)));
        assertThat(kinds(against)).contains("101 INADMISSIBLE");
    }

    @Test
    void withoutACastingVoteAnEvenSplitIsANonAllocation() {
        var outcome = count(Ballot.of(3, ranked(A, 1)), Ballot.of(4, rejected(A, INADMISSIBLE)));
        assertThat(outcome.castingVoter()).isNull();
        assertThat(kinds(outcome)).contains("101 NON_ALLOCATION");
    }

    @Test
    void theReglementsOtherCastingVoterDecidesOnlyWhenTheMayorCastNothing() {
        var absent = Count.of(
                vote(3, false, 1L, 2L), List.of(Ballot.of(2, ranked(A, 1)), Ballot.of(3, rejected(A, NON_ALLOCATION))));
        assertThat(absent.castingVoter()).isEqualTo(2L);
        assertThat(kinds(absent)).contains("101 ALLOCATION 1");
        var blank = Count.of(
                vote(3, false, 1L, 2L),
                List.of(Ballot.of(1), Ballot.of(2, ranked(A, 1)), Ballot.of(3, rejected(A, NON_ALLOCATION))));
        assertThat(blank.castingVoter()).isEqualTo(1L);
        assertThat(kinds(blank)).contains("101 NON_ALLOCATION");
    }

    @Test
    void theKindOfARefusalIsTheMoreFrequentElseTheCastingVoters() {
        assertThat(kinds(count(
                        Ballot.of(2, rejected(A, INADMISSIBLE)),
                        Ballot.of(3, rejected(A, INADMISSIBLE)),
                        Ballot.of(1, rejected(A, NON_ALLOCATION)))))
                .contains("101 INADMISSIBLE");
        assertThat(kinds(count(Ballot.of(1, rejected(A, INADMISSIBLE)), Ballot.of(2, rejected(A, NON_ALLOCATION)))))
                .contains("101 INADMISSIBLE");
        // The casting voter ranks the candidate: of no use to choose between two refusals.
        assertThat(kinds(count(
                        Ballot.of(1, ranked(A, 1)),
                        Ballot.of(2, rejected(A, NON_ALLOCATION)),
                        Ballot.of(3, rejected(A, INADMISSIBLE)))))
                .contains("101 NON_ALLOCATION");
    }

    @Test
    void equalPlacesGoByTheCastingBallotThenByTheOlderApplicationThenByTheNumber() {
        assertThat(kinds(count(Ballot.of(1, ranked(B, 1), ranked(A, 2)), Ballot.of(2, ranked(A, 1), ranked(B, 2)))))
                .startsWith("102 RANKED_ALLOCATION 1");
        assertThat(kinds(count(Ballot.of(3, ranked(B, 1), ranked(A, 2)), Ballot.of(2, ranked(A, 1), ranked(B, 2)))))
                .startsWith("101 RANKED_ALLOCATION 1");
        // B and C applied on the same day.
        assertThat(kinds(count(Ballot.of(3, ranked(C, 1), ranked(B, 2)), Ballot.of(2, ranked(B, 1), ranked(C, 2)))))
                .startsWith("102 RANKED_ALLOCATION 1");
    }

    @Test
    void aConditionNeedsMoreBallotsWithItThanWithout() {
        assertThat(count(
                                Ballot.of(2, ranked(A, 1, "Avis d’imposition")),
                                Ballot.of(3, ranked(A, 1, "Avis d’imposition")),
                                Ballot.of(4, ranked(A, 1)))
                        .verdicts()
                        .get(0))
                .matches(verdict -> verdict.kind() == DecisionKind.CONDITIONAL_ALLOCATION
                        && "Avis d’imposition".equals(verdict.condition()));
        var even = count(Ballot.of(2, ranked(A, 1, "Titre de séjour")), Ballot.of(3, ranked(A, 1)));
        assertThat(even.verdicts().get(0).kind()).isEqualTo(DecisionKind.ALLOCATION);
        var mayors = count(Ballot.of(1, ranked(A, 1, "Titre de séjour")), Ballot.of(3, ranked(A, 1)));
        assertThat(mayors.verdicts().get(0).kind()).isEqualTo(DecisionKind.CONDITIONAL_ALLOCATION);
    }

    @Test
    void withoutQuorumNothingIsDecided() {
        var alone = count(Ballot.of(1, ranked(A, 1)));
        assertThat(alone.decided()).isFalse();
        assertThat(alone.verdicts()).isEmpty();
        // A blank ballot takes part and counts for nothing else.
        var withBlank = count(Ballot.of(1, ranked(A, 1)), Ballot.of(2));
        assertThat(withBlank.decided()).isTrue();
        assertThat(withBlank.blank()).isEqualTo(1);
        assertThat(kinds(withBlank)).startsWith("101 ALLOCATION 1");
    }

    @Test
    void aWrittenVoteNeedsHalfOfTheElectorateHoweverLowTheReglementsNumber() {
        var five = new Vote(contenders(), electors(5, 0), new QuorumRule(1, true), 1L, null);
        assertThat(Count.of(five, List.of(Ballot.of(1), Ballot.of(2))).quorum())
                .isEqualTo(new Quorum(5, 3, 2))
                .matches(quorum -> !quorum.reached());
        assertThat(Count.of(five, List.of(Ballot.of(1), Ballot.of(2), Ballot.of(3)))
                        .decided())
                .isTrue();
    }

    @Test
    void theRecusedAreNeitherInTheElectorateNorAmongThoseWhoTakePart() {
        var vote = new Vote(contenders(), electors(5, 3), new QuorumRule(1, true), 3L, null);
        var outcome = Count.of(vote, List.of(Ballot.of(1, ranked(A, 1)), Ballot.of(3, rejected(A, NON_ALLOCATION))));
        assertThat(outcome.quorum()).isEqualTo(new Quorum(4, 2, 1));
        assertThat(outcome.castingVoter()).isNull();
    }

    @Test
    void aMandateVotesButMakesNobodyPresent() {
        var byMandate = new Ballot(2, 1, List.of(ranked(A, 1)));
        var outcome = count(Ballot.of(1, ranked(A, 1)), byMandate);
        assertThat(outcome.quorum().participants()).isEqualTo(1);
        var withThird = count(Ballot.of(1, ranked(A, 1)), byMandate, Ballot.of(3, rejected(A, NON_ALLOCATION)));
        assertThat(withThird.verdicts().get(0).ranked()).isEqualTo(2);
    }

    @Test
    void inALiveSessionThePresentCountForTheQuorumEvenWithoutABallot() {
        var electors = List.of(new Elector(1, false, true), new Elector(2, false, true), new Elector(3, true, true));
        var vote = new Vote(contenders(), electors, new QuorumRule(2, false), 1L, null);
        assertThat(Count.of(vote, List.of(Ballot.of(1, ranked(A, 1)))).decided())
                .isTrue();
    }

    @Test
    void reasonsComeFromTheBallotsOfTheSameOpinionMostFrequentFirst() {
        var verdict = count(
                        Ballot.of(2, rejected(A, NON_ALLOCATION, "EFFORT", "FIT")),
                        Ballot.of(3, rejected(A, NON_ALLOCATION, "FIT")),
                        Ballot.of(1, rejected(A, INADMISSIBLE, "CEILING")))
                .verdicts()
                .get(0);
        assertThat(verdict.reasons()).containsExactly("FIT", "EFFORT");
    }

    @Test
    void aBallotGivesARankOnceAndACandidateOneMark() {
        assertThatThrownBy(() -> Ballot.of(1, ranked(A, 1), ranked(B, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ballot.of(1, ranked(A, 1), rejected(A, NON_ALLOCATION)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Outcome count(Ballot... ballots) {
        return Count.of(vote(2, false, 1L, null), List.of(ballots));
    }

    private static Vote vote(int quorum, boolean written, Long mayor, @Nullable Long instead) {
        return new Vote(contenders(), electors(6, 0), new QuorumRule(Math.min(quorum, 2), written), mayor, instead);
    }

    private static List<Contender> contenders() {
        return List.of(
                new Contender(A, LocalDate.of(2019, 3, 1), "026"),
                new Contender(C, LocalDate.of(2021, 5, 1), "028"),
                new Contender(B, LocalDate.of(2021, 5, 1), "027"));
    }

    private static List<Elector> electors(int number, long recused) {
        return LongStream.rangeClosed(1, number)
                .mapToObj(id -> new Elector(id, id == recused, false))
                .toList();
    }

    private static List<String> kinds(Outcome outcome) {
        return outcome.verdicts().stream()
                .map(verdict -> verdict.candidateId() + " " + verdict.kind()
                        + (verdict.rank() == null ? "" : " " + verdict.rank()))
                .toList();
    }
}
