package fr.allervers.arrears.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.ledger.HoldKind;
import fr.allervers.staff.Role;
import fr.allervers.testing.MailServer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.security.access.AccessDeniedException;

/** Every way through unpaid-rent-prevention, with the clock moved to the moments just before and at each boundary. */
class PreventionPathsTest extends AbstractPreventionTest {

    @Autowired
    DefaultListableBeanFactory beans;

    @Test
    void aHouseholdThatNeverAnswersIsRemindedStepByStepOnItsDaysThenSomebodyDecides() {
        var id = opened();
        until("2026-11-23T09:59");
        assertThat(written(id)).isEmpty();
        until("2026-11-23T10:00");
        assertThat(written(id)).containsExactly("SMS");

        until("2026-11-26T09:59");
        assertThat(open(id)).isEmpty();
        until("2026-11-26T10:00");
        assertThat(open(id)).containsExactly("call-tenant");
        complete(id, "call-tenant", Map.of("outcome", "NO_ANSWER"));

        // Ten days after the due day is a Saturday.
        until("2026-11-28T10:00");
        until("2026-11-30T09:59");
        assertThat(written(id)).containsExactly("SMS");
        until("2026-11-30T10:00");
        assertThat(written(id)).containsExactly("SMS", "APPOINTMENT");

        until("2026-12-18T09:59");
        assertThat(written(id)).hasSize(2);
        until("2026-12-18T10:00");
        assertThat(written(id)).containsExactly("SMS", "APPOINTMENT", "LETTER");

        until("2027-01-04T09:59");
        assertThat(open(id)).isEmpty();
        until("2027-01-04T10:00");
        assertThat(open(id)).containsExactly("visit-tenant");
        complete(id, "visit-tenant", Map.of("outcome", "NOBODY"));

        assertThat(open(id)).containsExactly("decide-next");
        assertThat(of(id).lastStep()).isEqualTo(LadderStep.VISIT);
    }

    @ParameterizedTest
    @CsvSource({
        "garance@example.org, Relance par courriel, Rendez-vous proposé par courriel",
        ", Relance par lettre, Rendez-vous proposé par lettre"
    })
    void aHouseholdWithoutAMobileIsWrittenToByTheWayThereIs(@Nullable String email, String first, String second) {
        jdbc.sql("update phone set dead = true where occupant_id = ?")
                .param(tenant.occupantId())
                .update();
        jdbc.sql("update occupant set email = ? where id = ?")
                .param(email)
                .param(tenant.occupantId())
                .update();
        try (var mail = new MailServer(beans)) {
            var id = opened();
            until("2026-11-23T10:00");
            assertThat(timeline.ofCase(ArrearsCases.ref(id), false).get(0).what())
                    .startsWith(first);
            until("2026-11-26T10:00");
            complete(id, "call-tenant", Map.of("outcome", "NO_ANSWER"));
            until("2026-11-30T10:00");
            assertThat(timeline.ofCase(ArrearsCases.ref(id), false).get(0).what())
                    .startsWith(second);
            assertThat(written(id)).containsExactly("SMS", "APPOINTMENT");
        }
    }

    @Test
    void theMessageAsksForTheCollectablePartAndNamesTheMeansOfPayment() {
        accounts.hold(new fr.allervers.ledger.Hold(
                0, leaseId, HoldKind.DISPUTED, 10_000, DUE, null, "Charges contestées", "test"));
        var id = opened();
        until("2026-11-23T10:00");
        assertThat(jdbc.sql("select body from outbox_message where case_kind = ? and case_id = ?")
                        .params(ArrearsCases.KIND, id)
                        .query(String.class)
                        .single())
                .contains("423,40", "prélèvement", "carte", "virement")
                .doesNotContain("523,40");
    }

    @Test
    void aDebtFoundLateIsRemindedWithTheSameTimeBetweenSteps() {
        at("2027-01-11T06:00");
        var id = opened();
        until("2027-01-11T10:00");
        assertThat(written(id)).containsExactly("SMS");
        until("2027-01-14T09:59");
        assertThat(open(id)).isEmpty();
        until("2027-01-14T10:00");
        assertThat(open(id)).containsExactly("call-tenant");
    }

    @Test
    void aCaseGoesToLitigationAndComesBackToADecision() {
        var id = opened();
        untilCall();
        cases.toLitigation(id);
        until("2027-02-01T10:00");
        assertThat(open(id)).isEmpty();
        cases.backFromLitigation(id);
        jobs.runDue();
        assertThat(open(id)).containsExactly("decide-next");
    }

    @Test
    void aDecisionMayWaitAssessGoOnOrLeaveForTheCourt() {
        var id = standing("decide-next");
        complete(
                id,
                "decide-next",
                Map.of("outcome", "WAIT", "waitUntil", LocalDate.of(2026, 12, 1), "note", "Salaire"));
        until("2026-11-30T23:59");
        assertThat(open(id)).isEmpty();
        until("2026-12-01T00:00");
        assertThat(open(id)).containsExactly("decide-next");

        complete(id, "decide-next", Map.of("outcome", "ASSESS", "note", "Perte d’emploi"));
        assertThat(open(id)).containsExactly("assess-situation");
        complete(id, "assess-situation", Map.of("outcome", "NOTHING", "note", "Privé"));
        assertThat(open(id)).containsExactly("decide-next");

        complete(id, "decide-next", Map.of("outcome", "LADDER", "note", "On reprend"));
        until("2026-12-01T10:00");
        assertThat(written(id)).containsExactly("SMS");

        cases.planSigned(id);
        cases.planBroken(id);
        jobs.runDue();
        complete(id, "decide-next", Map.of("outcome", "LITIGATION", "note", "Rien n’y fait"));
        assertThat(of(id).status()).isEqualTo(CaseStatus.LITIGATION);
        assertThat(open(id)).isEmpty();
    }

    @Test
    void whatTheAssessmentSaysIsToldToTheSocialTeamOnly() {
        var id = standing("decide-next");
        complete(id, "decide-next", Map.of("outcome", "ASSESS", "note", "x"));
        complete(id, "assess-situation", Map.of("outcome", "AID", "note", "Privé"));
        assertThat(timeline.ofCase(ArrearsCases.ref(id), false)).noneMatch(entry -> "Privé".equals(entry.detail()));
        assertThat(timeline.ofCase(ArrearsCases.ref(id), true)).anyMatch(entry -> "Privé".equals(entry.detail()));
    }

    @Test
    void theSameReminderIsNotWrittenTwiceInAMonthEvenWhenTheLadderBeginsAgain() {
        var id = opened();
        until("2026-11-23T10:00");
        transaction.executeWithoutResult(
                status -> rents.lockById(id).orElseThrow().ladder().done(LadderStep.VISIT, LocalDate.now(clock)));
        cases.planSigned(id);
        cases.planBroken(id);
        jobs.runDue();
        complete(id, "decide-next", Map.of("outcome", "LADDER", "note", "x"));
        until("2026-11-30T10:00");
        assertThat(written(id)).containsExactly("-SMS");
        assertThat(told(id)).anyMatch(what -> what.contains("déjà fait ce mois-ci"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-30T09:59, false", "2026-11-30T10:00, true"})
    void aCallNotMadeInTwoWorkingDaysGoesToTheSupervisorToo(String moment, boolean late) {
        var id = opened();
        untilCall();
        until(moment);
        assertThat(open(id).contains("call-tenant-late")).isEqualTo(late);
        if (late) {
            complete(id, "call-tenant-late", Map.of("outcome", "NO_ANSWER"));
            assertThat(open(id)).isEmpty();
        }
    }

    @Test
    void peopleOfOtherAgenciesAndOtherRolesChangeNothing() {
        var id = opened();
        people.signIn(people.somebodyOf(tenants.agency(), Role.RENT_OFFICER));
        assertThatThrownBy(() -> cases.toLitigation(id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> cases.require(id)).isInstanceOf(AccessDeniedException.class);
        people.signIn(people.somebodyOf(tenant.agencyId(), Role.CALLER));
        assertThatThrownBy(() -> cases.require(id)).isInstanceOf(AccessDeniedException.class);
        people.signIn(people.somebodyOf(tenant.agencyId(), Role.FIELD_MANAGER));
        assertThat(cases.require(id).id()).isEqualTo(id);
        assertThatThrownBy(() -> cases.pause(id, PauseReason.OTHER, LocalDate.of(2026, 12, 9), ""))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(of(id).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void theCardAndTheFactsTellTheAccountOfToday() {
        var id = opened();
        var card = kind().cards(List.of(id, -1L)).get(id);
        assertThat(card.title()).startsWith("Mme Lucette Garnier");
        assertThat(card.subtitle()).contains("523,40", "12 rue des Lilas");
        assertThat(kind().facts(id, officer))
                .anySatisfy(fact -> assertThat(fact.value()).contains("523"))
                .anySatisfy(fact -> assertThat(fact.href()).isEqualTo("tel:" + tenant.mobile()));
    }
}
