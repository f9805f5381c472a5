package fr.allervers.allocation.outcome;

import static fr.allervers.allocation.DecisionKind.ALLOCATION;
import static fr.allervers.allocation.DecisionKind.NON_ALLOCATION;
import static fr.allervers.allocation.DecisionKind.RANKED_ALLOCATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.allocation.ItemDecided;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** Every path of the process allocation-offer, the clock moved to the day before, the last day and the day after. Decided on Tuesday 24 November 2026. */
class OfferPathsTest extends AbstractOffersTest {

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

    private Map<String, Object> signed() {
        return Map.of("outcome", "SIGNED", "signedOn", LocalDate.now(clock), "leaseCode", "B-77");
    }
}
