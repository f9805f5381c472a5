package fr.allervers.allocation.outcome;

import static fr.allervers.allocation.DecisionKind.ALLOCATION;
import static fr.allervers.allocation.DecisionKind.NON_ALLOCATION;
import static fr.allervers.allocation.DecisionKind.RANKED_ALLOCATION;
import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.testing.AtOnce;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What candidates answer, when, and what is not taken. */
class OfferAnswersTest extends AbstractOffersTest {

    @Test
    void theDayBeforeAndOnTheLastDaySilenceIsNoRefusalTheDayAfterItIs() {
        var id = decided.decide(RANKED_ALLOCATION, RANKED_ALLOCATION);
        decided.on(LAST_DAY.minusDays(1), 12, 0);
        assertThat(state(id, 0)).isEqualTo(OutcomeState.OFFERED);
        decided.on(LAST_DAY, 23, 59);
        assertThat(state(id, 0)).isEqualTo(OutcomeState.OFFERED);
        decided.on(LAST_DAY.plusDays(1), 0, 1);
        assertThat(state(id, 0)).isEqualTo(OutcomeState.SILENT);
        assertThat(refusals(id, 0)).isOne();
        // The next in rank, without a new vote; Tuesday 15 December is the tenth day after Saturday 5.
        assertThat(state(id, 1)).isEqualTo(OutcomeState.OFFERED);
        assertThat(decided.candidate(id, 1).answerBy()).isEqualTo(LocalDate.of(2026, 12, 15));
        assertThat(decided.sms(id, "allocation-offer")).hasSize(2);
    }

    @Test
    void aRefusalPassesToTheNextAtOnce() {
        var id = decided.decide(RANKED_ALLOCATION, RANKED_ALLOCATION);
        assertThat(answers.byLink(candidateId(id, 0), Refusal.PLACE, "Trop loin de l’école"))
                .isEqualTo(Answers.Result.TAKEN);
        assertThat(state(id, 0)).isEqualTo(OutcomeState.REFUSED);
        assertThat(decided.candidate(id, 0).refusalWords()).isEqualTo("Trop loin de l’école");
        assertThat(refusals(id, 0)).isOne();
        assertThat(state(id, 1)).isEqualTo(OutcomeState.OFFERED);
    }

    @Test
    void aLateAnswerIsRefusedWithItsReasonAndRecorded() {
        var id = decided.decide(ALLOCATION);
        var candidate = candidateId(id, 0);
        // The job of the last day has not run yet: the date alone decides.
        clock.set(LAST_DAY.plusDays(1).atStartOfDay(Decided.PARIS).toInstant());
        assertThat(answers.byLink(candidate, null, "")).isEqualTo(Answers.Result.LATE);
        decided.on(LAST_DAY.plusDays(1), 8, 0);
        assertThat(answers.byLink(candidate, null, "")).isEqualTo(Answers.Result.LATE);
        assertThat(state(id, 0)).isEqualTo(OutcomeState.SILENT);
        assertThat(refused(candidate)).containsExactly("LATE ACCEPTED", "LATE ACCEPTED");
    }

    @Test
    void whoseTurnItIsNotAndWhoAnsweredOtherwiseIsRefusedAndTheSameAnswerTwiceIsOne() {
        var id = decided.decide(RANKED_ALLOCATION, RANKED_ALLOCATION, NON_ALLOCATION);
        assertThat(answers.byLink(candidateId(id, 1), null, "")).isEqualTo(Answers.Result.NOT_OPEN);
        assertThat(answers.byLink(candidateId(id, 2), null, "")).isEqualTo(Answers.Result.NOT_OPEN);
        var first = candidateId(id, 0);
        assertThat(answers.byLink(first, null, "")).isEqualTo(Answers.Result.TAKEN);
        assertThat(answers.byLink(first, null, "")).isEqualTo(Answers.Result.TAKEN);
        assertThat(answers.byLink(first, Refusal.OTHER, "")).isEqualTo(Answers.Result.NOT_OPEN);
        assertThat(refused(first)).containsExactly("NOT_OPEN REFUSED");
        assertThat(refused(candidateId(id, 1))).containsExactly("NOT_OPEN ACCEPTED");
    }

    @Test
    void anAcceptanceAndARefusalAtTheSameMomentAreOneAnswer() throws Exception {
        var id = decided.decide(RANKED_ALLOCATION, RANKED_ALLOCATION);
        var candidate = candidateId(id, 0);
        var taken = AtOnce.all(IntStream.range(0, 4)
                .<Callable<Answers.Result>>mapToObj(n -> () -> fr.allervers.shared.Retry.onConflict(
                        () -> answers.byLink(candidate, n % 2 == 0 ? null : Refusal.OTHER, "")))
                .toList());
        assertThat(taken).contains(Answers.Result.TAKEN);
        var after = state(id, 0);
        assertThat(after).isIn(OutcomeState.ACCEPTED, OutcomeState.REFUSED);
        // Two of the four wanted the other answer.
        assertThat(refused(candidate)).hasSize(2);
        assertThat(state(id, 1))
                .isEqualTo(after == OutcomeState.ACCEPTED ? OutcomeState.WAITING : OutcomeState.OFFERED);
    }

    @Test
    void withNothingButALetterTheDelayBeginsDaysLater() {
        var id = decided.decide(RANKED_ALLOCATION, RANKED_ALLOCATION);
        jdbc.sql("update housing_application set mobile = null, email = null where id = ?")
                .param(decided.candidate(id, 1).applicationId())
                .update();
        answers.byLink(candidateId(id, 0), Refusal.PLACE, "");
        // Tuesday 24 November and five days of post: Sunday 29; the tenth day is Wednesday 9 December.
        assertThat(decided.candidate(id, 1).answerBy()).isEqualTo(LocalDate.of(2026, 12, 9));
    }

    private int refusals(long id, int index) {
        return jdbc.sql("select refusals from housing_application where id = ?")
                .param(decided.candidate(id, index).applicationId())
                .query(Integer.class)
                .single();
    }
}
