package fr.allervers.allocation.outcome;

import static fr.allervers.allocation.DecisionKind.ALLOCATION;
import static fr.allervers.allocation.DecisionKind.CONDITIONAL_ALLOCATION;
import static fr.allervers.allocation.DecisionKind.INADMISSIBLE;
import static fr.allervers.allocation.DecisionKind.NON_ALLOCATION;
import static fr.allervers.allocation.DecisionKind.RANKED_ALLOCATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.allocation.ItemDecided;
import fr.allervers.allocation.candidacy.PaperFiles;
import fr.allervers.allocation.candidacy.PaperKind;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Every path of the process allocation-offer, the clock moved to the day before, the last day and the day after. Decided on Tuesday 24 November 2026. */
@ApplicationTest
class OfferPathsTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 4);
    private static final LocalDate PAPER_DAY = LocalDate.of(2026, 12, 9);

    @Autowired
    Decided decided;

    @Autowired
    Answers answers;

    @Autowired
    OutcomeDesk desk;

    @Autowired
    PaperFiles papers;

    @Autowired
    MovableClock clock;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void afterwards() {
        clock.reset();
        people.signOut();
    }

    private OutcomeState state(long id, int index) {
        return decided.candidate(id, index).state();
    }

    private long candidateId(long id, int index) {
        return decided.candidate(id, index).id();
    }

    private Map<String, Object> signed() {
        return Map.of("outcome", "SIGNED", "signedOn", LocalDate.now(clock), "leaseCode", "B-77");
    }

    @Test
    void theFirstIsOfferedTheDwellingTheOthersAreToldTheirRankAndTheReasons() {
        var id = decided.decide(RANKED_ALLOCATION, RANKED_ALLOCATION, NON_ALLOCATION);
        assertThat(decided.candidate(id, 0).answerBy()).isEqualTo(LAST_DAY);
        assertThat(state(id, 0)).isEqualTo(OutcomeState.OFFERED);
        assertThat(state(id, 1)).isEqualTo(OutcomeState.WAITING);
        assertThat(state(id, 2)).isEqualTo(OutcomeState.NOT_ALLOCATED);
        assertThat(decided.sms(id, "allocation-offer"))
                .hasSize(1)
                .first()
                .asString()
                .contains("vendredi 4 décembre");
        assertThat(decided.sms(id, "allocation-ranked"))
                .hasSize(1)
                .first()
                .asString()
                .contains("rang 2");
        assertThat(decided.sms(id, "allocation-refused")).hasSize(1);
        // The letter goes to each of them too.
        assertThat(jdbc.sql("select count(*) from outbox_message where case_kind = 'allocation-offer' and case_id"
                                + " = ? and channel = 'LETTER'")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(jdbc.sql("select body from outbox_message where case_kind = 'allocation-offer' and case_id = ?"
                                + " and channel = 'LETTER' and body like '%Motifs%'")
                        .param(id)
                        .query(String.class)
                        .single())
                .contains("Ressources au-dessus du plafond");
    }

    @Test
    void anAcceptanceOnTheLastDayEndsWithTheLease() {
        var id = decided.decide(RANKED_ALLOCATION, RANKED_ALLOCATION);
        decided.on(LAST_DAY, 23, 59);
        assertThat(answers.byLink(candidateId(id, 0), null, "")).isEqualTo(Answers.Result.TAKEN);
        assertThat(decided.waits("allocation-offer", id, "sign-lease")).isTrue();
        decided.task("allocation-offer", id, "sign-lease", signed());
        assertThat(state(id, 0)).isEqualTo(OutcomeState.LEASED);
        assertThat(state(id, 1)).isEqualTo(OutcomeState.NOT_NEEDED);
        assertThat(decided.sms(id, "allocation-taken")).hasSize(1);
        assertThat(decided.outcome(id).state()).isEqualTo(Outcome.State.LET);
        assertThat(decided.dwellingState(id)).isEqualTo("LET");
        assertThat(applicationState(id, 0)).isEqualTo("HOUSED");
        assertThat(applicationState(id, 1)).isEqualTo("ACTIVE");
    }

    private String applicationState(long id, int index) {
        return jdbc.sql("select state from housing_application where id = ?")
                .param(decided.candidate(id, index).applicationId())
                .query(String.class)
                .single();
    }

    private int refusals(long id, int index) {
        return jdbc.sql("select refusals from housing_application where id = ?")
                .param(decided.candidate(id, index).applicationId())
                .query(Integer.class)
                .single();
    }

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

    private List<String> refused(long candidate) {
        return jdbc.sql("select concat_ws(' ', reason, wanted) from refused_answer where candidate_outcome_id = ?"
                        + " order by id")
                .param(candidate)
                .query(String.class)
                .list();
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
        var pool = Executors.newFixedThreadPool(4);
        try {
            var taken = pool
                    .invokeAll(IntStream.range(0, 4)
                            .<Callable<Answers.Result>>mapToObj(n -> () -> fr.allervers.shared.Retry.onConflict(
                                    () -> answers.byLink(candidate, n % 2 == 0 ? null : Refusal.OTHER, "")))
                            .toList())
                    .stream()
                    .map(OfferPathsTest::result)
                    .toList();
            assertThat(taken).contains(Answers.Result.TAKEN);
        } finally {
            pool.shutdown();
        }
        var after = state(id, 0);
        assertThat(after).isIn(OutcomeState.ACCEPTED, OutcomeState.REFUSED);
        // Two of the four wanted the other answer.
        assertThat(refused(candidate)).hasSize(2);
        assertThat(state(id, 1))
                .isEqualTo(after == OutcomeState.ACCEPTED ? OutcomeState.WAITING : OutcomeState.OFFERED);
    }

    private static <T> T result(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aConditionWaitsForItsDocumentUntilItsDateAndThenTheDwellingIsOffered() {
        var id = decided.decide(CONDITIONAL_ALLOCATION, RANKED_ALLOCATION);
        assertThat(state(id, 0)).isEqualTo(OutcomeState.WAITING);
        assertThat(decided.sms(id, "allocation-condition"))
                .hasSize(1)
                .first()
                .asString()
                .contains("Avis d'imposition");
        decided.on(PAPER_DAY, 23, 59);
        var application = decided.candidate(id, 0).applicationId();
        papers.received(application, PaperKind.IDENTITY);
        assertThat(decided.waits("allocation-offer", id, "check-paper"))
                .as("another document")
                .isFalse();
        papers.received(application, PaperKind.TAX_NOTICE);
        assertThat(decided.waits("allocation-offer", id, "check-paper")).isTrue();
        // In time is what came in time, whenever it is looked at.
        decided.on(PAPER_DAY.plusDays(2), 9, 0);
        decided.task("allocation-offer", id, "check-paper", Map.of("outcome", "ACCEPTED"));
        assertThat(state(id, 0)).isEqualTo(OutcomeState.OFFERED);
        assertThat(state(id, 1)).isEqualTo(OutcomeState.WAITING);
    }

    @Test
    void aDocumentThatDoesNotComePassesToTheNextTheDayAfterItsDate() {
        var id = decided.decide(CONDITIONAL_ALLOCATION, RANKED_ALLOCATION);
        decided.on(PAPER_DAY, 23, 59);
        assertThat(state(id, 0)).isEqualTo(OutcomeState.WAITING);
        decided.on(PAPER_DAY.plusDays(1), 0, 1);
        assertThat(state(id, 0)).isEqualTo(OutcomeState.PAPER_MISSED);
        assertThat(state(id, 1)).isEqualTo(OutcomeState.OFFERED);
        papers.received(decided.candidate(id, 0).applicationId(), PaperKind.TAX_NOTICE);
        assertThat(state(id, 0)).isEqualTo(OutcomeState.PAPER_MISSED);
    }

    @Test
    void aDocumentThatIsNotRightIsAskedForAgainUntilItsDate() {
        var id = decided.decide(CONDITIONAL_ALLOCATION, RANKED_ALLOCATION);
        var application = decided.candidate(id, 0).applicationId();
        papers.received(application, PaperKind.TAX_NOTICE);
        decided.task("allocation-offer", id, "check-paper", Map.of("outcome", "REFUSED", "why", "Année 2019"));
        assertThat(state(id, 0)).isEqualTo(OutcomeState.WAITING);
        papers.received(application, PaperKind.TAX_NOTICE);
        assertThat(decided.waits("allocation-offer", id, "check-paper")).isTrue();
        decided.on(PAPER_DAY.plusDays(1), 9, 0);
        decided.task("allocation-offer", id, "check-paper", Map.of("outcome", "REFUSED", "why", "Illisible"));
        assertThat(state(id, 0)).isEqualTo(OutcomeState.PAPER_MISSED);
        assertThat(state(id, 1)).isEqualTo(OutcomeState.OFFERED);
    }

    @Test
    void aConditionalCandidateInTheSecondRankMayGiveTheDocumentBeforeTheirTurn() {
        var id = decided.decide(RANKED_ALLOCATION, CONDITIONAL_ALLOCATION);
        papers.received(decided.candidate(id, 1).applicationId(), PaperKind.TAX_NOTICE);
        assertThat(decided.waits("allocation-offer", id, "check-paper")).isFalse();
        answers.byLink(candidateId(id, 0), Refusal.RENT, "");
        assertThat(decided.waits("allocation-offer", id, "check-paper")).isTrue();
    }

    @Test
    void noLeaseWithWhoAcceptedPassesToTheNext() {
        var id = decided.decide(RANKED_ALLOCATION, RANKED_ALLOCATION);
        answers.byLink(candidateId(id, 0), null, "");
        decided.task("allocation-offer", id, "sign-lease", Map.of("outcome", "DROPPED", "why", "A trouvé ailleurs"));
        assertThat(state(id, 0)).isEqualTo(OutcomeState.DROPPED);
        assertThat(state(id, 1)).isEqualTo(OutcomeState.OFFERED);
    }

    @Test
    void aLeaseIsNeitherSignedInTheFutureNorBeforeTheOffer() {
        var id = decided.decide(ALLOCATION);
        answers.byLink(candidateId(id, 0), null, "");
        for (var day :
                List.of(LocalDate.now(clock).plusDays(1), LocalDate.now(clock).minusDays(1))) {
            assertThatThrownBy(() -> decided.task(
                            "allocation-offer", id, "sign-lease", Map.of("outcome", "SIGNED", "signedOn", day)))
                    .isInstanceOf(UserError.class);
        }
    }

    @Test
    void whenNobodyIsLeftTheOfficerDecidesAndTheDwellingIsOfferedAgain() {
        var id = decided.decide(ALLOCATION, NON_ALLOCATION);
        answers.byLink(candidateId(id, 0), Refusal.SIZE, "");
        assertThat(decided.outcome(id).state()).isEqualTo(Outcome.State.EXHAUSTED);
        decided.task("allocation-offer", id, "offer-again", Map.of("outcome", "AGAIN"));
        assertThat(jdbc.sql("select n.state from offered_dwelling n join offered_dwelling w on w.dwelling_id ="
                                + " n.dwelling_id join allocation_outcome o on o.offered_dwelling_id = w.id where"
                                + " o.id = ? order by n.id")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("EXHAUSTED", "OPEN");
    }

    @Test
    void aDwellingAllocatedToNobodyGoesStraightToTheOfficer() {
        var id = decided.decide(NON_ALLOCATION, NON_ALLOCATION);
        assertThat(decided.waits("allocation-offer", id, "offer-again")).isTrue();
        assertThat(decided.sms(id, "allocation-refused")).hasSize(2);
    }

    @Test
    void aHouseholdHousedElsewhereIsPassedOver() {
        var id = decided.decide(RANKED_ALLOCATION, RANKED_ALLOCATION, RANKED_ALLOCATION);
        jdbc.sql("update housing_application set state = 'HOUSED' where id = ?")
                .param(decided.candidate(id, 1).applicationId())
                .update();
        answers.byLink(candidateId(id, 0), Refusal.PLACE, "");
        assertThat(state(id, 1)).isEqualTo(OutcomeState.NOT_NEEDED);
        assertThat(state(id, 2)).isEqualTo(OutcomeState.OFFERED);
    }

    @Test
    void anInadmissibleApplicationIsWarnedAndLeavesTheRegisterAfterItsMonthOnly() {
        var id = decided.decide(ALLOCATION, INADMISSIBLE);
        var candidate = decided.candidate(id, 1);
        assertThat(candidate.state()).isEqualTo(OutcomeState.WARNED);
        assertThat(candidate.removalOn()).isEqualTo(LocalDate.of(2026, 12, 24));
        decided.on(LocalDate.of(2026, 12, 23), 12, 0);
        assertThat(decided.waits("inadmissible-removal", candidate.id(), "remove-application"))
                .isFalse();
        decided.on(LocalDate.of(2026, 12, 24), 23, 59);
        assertThat(decided.waits("inadmissible-removal", candidate.id(), "remove-application"))
                .isFalse();
        decided.on(LocalDate.of(2026, 12, 25), 0, 1);
        assertThat(decided.waits("inadmissible-removal", candidate.id(), "remove-application"))
                .isTrue();
        decided.task("inadmissible-removal", candidate.id(), "remove-application", Map.of("outcome", "REMOVED"));
        assertThat(applicationState(id, 1)).isEqualTo("REMOVED");
    }

    @Test
    void aReasonThatIsGoneBeforeTheMonthIsOverKeepsTheApplication() {
        var id = decided.decide(ALLOCATION, INADMISSIBLE);
        var candidate = candidateId(id, 1);
        people.signIn(people.somebody(Role.ALLOCATION_OFFICER));
        desk.lift(id, candidate);
        people.signOut();
        decided.on(LocalDate.of(2026, 12, 25), 9, 0);
        assertThat(decided.waits("inadmissible-removal", candidate, "remove-application"))
                .isFalse();
        assertThat(state(id, 1)).isEqualTo(OutcomeState.KEPT);
        assertThat(applicationState(id, 1)).isEqualTo("ACTIVE");
    }

    @Test
    void aSupervisorStopsTheOffersOfADwellingThatCanNoLongerBeLet() {
        var id = decided.decide(RANKED_ALLOCATION, RANKED_ALLOCATION);
        people.signIn(people.somebody(Role.ALLOCATION_OFFICER));
        assertThatThrownBy(() -> desk.stop(id, "Incendie")).isInstanceOf(AccessDeniedException.class);
        people.signIn(people.somebody(Role.SUPERVISOR));
        desk.stop(id, "Incendie");
        people.signOut();
        assertThat(decided.outcome(id).state()).isEqualTo(Outcome.State.STOPPED);
        assertThat(decided.dwellingState(id)).isEqualTo("WITHDRAWN");
        assertThat(decided.sms(id, "allocation-taken")).hasSize(2);
        assertThat(answers.byLink(candidateId(id, 0), null, "")).isEqualTo(Answers.Result.NOT_OPEN);
        decided.on(LAST_DAY.plusDays(1), 9, 0);
        assertThat(state(id, 1)).isEqualTo(OutcomeState.NOT_NEEDED);
    }

    @Test
    void aLateTaskGoesToASupervisorToo() {
        var id = decided.decide(ALLOCATION);
        answers.byLink(candidateId(id, 0), null, "");
        // Ten working days after Tuesday 24 November, 10:00.
        decided.on(LocalDate.of(2026, 12, 8), 9, 59);
        assertThat(decided.waits("allocation-offer", id, "sign-lease-late")).isFalse();
        decided.on(LocalDate.of(2026, 12, 8), 10, 0);
        assertThat(decided.waits("allocation-offer", id, "sign-lease-late")).isTrue();
        decided.task("allocation-offer", id, "sign-lease-late", signed());
        assertThat(decided.outcome(id).state()).isEqualTo(Outcome.State.LET);
    }

    @Test
    void theSameDecisionAgainChangesNothing() {
        var id = decided.decide(RANKED_ALLOCATION, RANKED_ALLOCATION);
        var outcome = decided.outcome(id);
        decided.publish(new ItemDecided(outcome.itemId(), outcome.offeredDwellingId(), List.of()));
        assertThat(decided.candidates(id)).hasSize(2);
        assertThat(decided.sms(id, "allocation-offer")).hasSize(1);
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
}
