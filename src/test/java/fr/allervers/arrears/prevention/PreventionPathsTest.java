package fr.allervers.arrears.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.ledger.EntryKind;
import fr.allervers.ledger.HoldKind;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.tenancy.HouseholdLeft;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;

/** Every way through unpaid-rent-prevention, with the clock moved to the moments just before and at each boundary. */
class PreventionPathsTest extends ArrearsFixture {

    @Autowired
    ApplicationEventPublisher events;

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

    @ParameterizedTest(name = "paid before {0}")
    @CsvSource({
        "2026-11-23T10:00, ''",
        "2026-11-26T10:00, SMS",
        "2026-11-30T10:00, SMS",
        "2026-12-18T10:00, SMS APPOINTMENT",
        "2027-01-04T10:00, SMS APPOINTMENT LETTER"
    })
    void whoPaidTheDayBeforeGetsNothingAndTheCaseCloses(String step, String before) {
        var id = opened();
        var day = LocalDate.parse(step.substring(0, 10));
        for (var earlier : List.of("2026-11-23", "2026-11-26", "2026-11-30", "2026-12-18")) {
            if (LocalDate.parse(earlier).isBefore(day)) {
                until(earlier + "T10:00");
                if (open(id).contains("call-tenant")) {
                    complete(id, "call-tenant", Map.of("outcome", "NO_ANSWER"));
                }
            }
        }
        // The bank tells the next morning; the accounts say so, though nobody told the case.
        at(day + "T07:00");
        jdbc.sql(
                        "insert into rent_entry (lease_id, kind, side, means, amount_cents, value_on, due_on, period, label, booked_at, booked_by, entry_key) values (?, 'PAYMENT', 'C', 'TRANSFER', ?, ?, ?, ?, 'Virement', now(3), 'test', random_bytes(16))")
                .params(leaseId, -RENT, day.minusDays(1), day.minusDays(1), day.minusDays(1))
                .update();
        until(step);
        isClosed(id);
        assertThat(written(id).stream().map(one -> one.replace("-", "")).toList())
                .isEqualTo(before.isEmpty() ? List.of() : List.of(before.split(" ")));
        assertThat(of(id).closeReason()).isEqualTo(CloseReason.DEBT_CLEARED);
    }

    @ParameterizedTest(name = "while {0}")
    @ValueSource(
            strings = {
                "waiting for the first message",
                "waiting for the call",
                "call-tenant",
                "ANSWERED",
                "PAUSED",
                "PLAN",
                "LITIGATION",
                "decide-next"
            })
    void theCaseClosesAsSoonAsTheAccountIsCleared(String where) {
        var id = standing(where);
        pays(RENT, LocalDate.now(clock));
        isClosed(id);
        assertThat(written(id)).allMatch(one -> one.startsWith("-"));
        assertThat(told(id)).first().asString().contains("la dette est réglée");
        assertThat(column(id, "recheck")).isEqualTo("0");
    }

    private long standing(String where) {
        var id = opened();
        switch (where) {
            case "waiting for the first message" -> {
                // It has just been opened.
            }
            case "waiting for the call" -> until("2026-11-23T10:00");
            case "call-tenant" -> untilCall();
            case "ANSWERED" -> cases.answered(id, Answer.CONTACTED);
            case "PAUSED" -> cases.pause(id, PauseReason.HOSPITAL, LocalDate.of(2026, 12, 24), "");
            case "PLAN" -> cases.planSigned(id);
            case "LITIGATION" -> cases.toLitigation(id);
            default -> {
                cases.planSigned(id);
                cases.planBroken(id);
                jobs.runDue();
                assertThat(open(id)).containsExactly("decide-next");
            }
        }
        return id;
    }

    @ParameterizedTest(name = "{0} cents still owed: {1}")
    @CsvSource({"999, CLOSED", "1000, OPEN", "1001, OPEN"})
    void aSmallRestClosesTheCaseBelowTheThreshold(long left, CaseStatus status) {
        var id = opened();
        pays(RENT - left, LocalDate.now(clock));
        assertThat(of(id).status()).isEqualTo(status);
        assertThat(of(id).debtCents()).isEqualTo(left);
    }

    @Test
    void aPaymentTakenBackAfterClosingAllowsANewCaseAndKeepsTheOld() {
        var id = opened();
        pays(RENT, LocalDate.now(clock));
        isClosed(id);
        var payment = accounts.entries(leaseId, DUE, LocalDate.now(clock)).stream()
                .filter(entry -> entry.kind() == EntryKind.PAYMENT)
                .findFirst()
                .orElseThrow();
        accounts.reverse(payment.id(), "Prélèvement rejeté");
        var again = opened();
        assertThat(again).isNotEqualTo(id);
        assertThat(of(id).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(of(again).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void anAnswerSkipsTheLadderAndSomebodyDecidesWhenNothingComes() {
        var id = opened();
        until("2026-11-23T10:00");
        cases.answered(id, Answer.APPOINTMENT_BOOKED);
        until("2026-12-02T23:59");
        assertThat(open(id)).isEmpty();
        assertThat(written(id)).containsExactly("-SMS");
        until("2026-12-03T00:00");
        assertThat(open(id)).containsExactly("decide-next");
        assertThat(column(id, "act_reason")).contains("avait répondu");
    }

    @Test
    void anAppointmentMissedLetsTheLadderGoOnWhereItStood() {
        var id = opened();
        until("2026-11-23T10:00");
        cases.answered(id, Answer.APPOINTMENT_BOOKED);
        until("2026-11-27T15:00");
        cases.unanswered(id);
        jobs.runDue();
        assertThat(open(id)).containsExactly("call-tenant");
    }

    @Test
    void aContactOnThePhoneSkipsTheAppointmentOffered() {
        var id = opened();
        untilCall();
        complete(id, "call-tenant", Map.of("outcome", "REACHED"));
        until("2026-12-01T10:00");
        assertThat(written(id)).containsExactly("-SMS");
        assertThat(of(id).answer()).isEqualTo(Answer.CONTACTED);
        assertThat(of(id).lastContactAt()).isEqualTo(paris("2026-11-26T10:00"));
    }

    @Test
    void aPromiseIsWaitedForUntilItsDayHasPassed() {
        var id = opened();
        untilCall();
        complete(id, "call-tenant", Map.of("outcome", "PROMISE", "promisedOn", LocalDate.of(2026, 12, 5)));
        assertThat(of(id).pauseReason()).isEqualTo(PauseReason.PROMISE);
        until("2026-12-05T23:59");
        assertThat(of(id).status()).isEqualTo(CaseStatus.PAUSED);
        assertThat(written(id)).containsExactly("-SMS");
        until("2026-12-06T00:00");
        assertThat(of(id).status()).isEqualTo(CaseStatus.OPEN);
        // 6 December is a Sunday.
        until("2026-12-07T10:00");
        assertThat(written(id)).containsExactly("-SMS", "APPOINTMENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-25", "2027-01-26"})
    void aPromiseForThePastOrFarAwayIsRefused(LocalDate day) {
        var id = opened();
        untilCall();
        assertThatThrownBy(() -> complete(id, "call-tenant", Map.of("outcome", "PROMISE", "promisedOn", day)))
                .isInstanceOf(UserError.class);
        assertThat(open(id)).containsExactly("call-tenant");
    }

    @ParameterizedTest
    @EnumSource(PauseReason.class)
    void whilePausedNothingIsSentAndNoTaskOpensUntilTheVeryDay(PauseReason why) {
        var id = opened();
        cases.pause(id, why, LocalDate.of(2026, 12, 9), "Note");
        until("2026-12-08T23:59");
        assertThat(written(id)).isEmpty();
        assertThat(open(id))
                .isEqualTo(why == PauseReason.DECEASED ? List.of("check-deceased", "check-deceased-late") : List.of());
        assertThat(of(id).status()).isEqualTo(CaseStatus.PAUSED);
        until("2026-12-09T00:00");
        assertThat(of(id).status()).isEqualTo(CaseStatus.OPEN);
        until("2026-12-09T10:00");
        assertThat(written(id)).isEqualTo(why == PauseReason.OVER_INDEBTEDNESS ? List.of() : List.of("SMS"));
    }

    @Test
    void aPauseTakesAnOpenTaskAwayAndAnotherEndMovesTheResumption() {
        var id = opened();
        untilCall();
        assertThat(open(id)).containsExactly("call-tenant");
        cases.pause(id, PauseReason.BENEFIT_DELAYED, LocalDate.of(2026, 12, 1), "CAF");
        assertThat(open(id)).isEmpty();
        cases.pause(id, PauseReason.BENEFIT_DELAYED, LocalDate.of(2026, 12, 8), "CAF");
        until("2026-12-01T12:00");
        assertThat(of(id).status()).isEqualTo(CaseStatus.PAUSED);
        until("2026-12-08T10:00");
        assertThat(open(id)).containsExactly("call-tenant");
    }

    @Test
    void aPauseEndedByHandGoesOnAtOnce() {
        var id = opened();
        untilCall();
        cases.pause(id, PauseReason.OTHER, LocalDate.of(2026, 12, 24), "");
        until("2026-11-27T11:00");
        cases.resume(id);
        jobs.runDue();
        assertThat(open(id)).containsExactly("call-tenant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23", "2026-11-22", "2028-11-24"})
    void aPauseEndsAfterTodayAndWithinTwoYears(LocalDate until) {
        var id = opened();
        assertThatThrownBy(() -> cases.pause(id, PauseReason.OTHER, until, ""))
                .isInstanceOf(UserError.class)
                .hasMessage("arrears.error.pause-day");
    }

    @Test
    void overIndebtednessFreezesWhatIsOwedAndOnlyNewDebtIsAskedFor() {
        var id = opened();
        cases.pause(id, PauseReason.OVER_INDEBTEDNESS, LocalDate.of(2026, 12, 9), "Recevable");
        assertThat(accounts.holds(leaseId, LocalDate.now(clock)))
                .singleElement()
                .satisfies(hold -> {
                    assertThat(hold.kind()).isEqualTo(HoldKind.FROZEN);
                    assertThat(hold.amountCents()).isEqualTo(RENT);
                });
        owes(leaseId, 40_000, LocalDate.of(2026, 12, 1));
        until("2026-12-09T10:00");
        assertThat(written(id)).containsExactly("SMS");
        assertThat(jdbc.sql("select body from outbox_message where case_kind = ? and case_id = ?")
                        .params(ArrearsCases.KIND, id)
                        .query(String.class)
                        .single())
                .contains("400,00");
    }

    @Test
    void whereAllIsHeldTheCaseWaitsForTheEndOfTheHold() {
        var id = opened();
        cases.dispute(id, RENT, "Charges de chauffage");
        until("2026-11-23T10:00");
        assertThat(written(id)).isEmpty();
        assertThat(of(id).status()).isEqualTo(CaseStatus.PAUSED);
        assertThat(of(id).pauseReason()).isEqualTo(PauseReason.DISPUTE);
        assertThat(of(id).pausedUntil()).isEqualTo(LocalDate.of(2026, 12, 23));
    }

    @Test
    void aDeathToldByTheRegisterStopsRemindersAndIsChecked() {
        var id = opened();
        transaction.executeWithoutResult(
                status -> events.publishEvent(new HouseholdLeft(tenant.householdId(), HouseholdLeft.Reason.DECEASED)));
        until("2026-11-23T10:00");
        assertThat(written(id)).isEmpty();
        assertThat(open(id)).containsExactly("check-deceased");
        complete(id, "check-deceased", Map.of("outcome", "ERROR"));
        assertThat(of(id).status()).isEqualTo(CaseStatus.OPEN);
        until("2026-11-23T10:01");
        assertThat(written(id)).containsExactly("SMS");
    }

    @Test
    void aSignedPlanStopsRemindersAndABrokenOneIsDecidedUpon() {
        var id = opened();
        untilCall();
        cases.planSigned(id);
        assertThat(open(id)).isEmpty();
        until("2027-03-01T10:00");
        assertThat(of(id).status()).isEqualTo(CaseStatus.PLAN);
        assertThat(written(id)).containsExactly("-SMS");
        cases.planBroken(id);
        jobs.runDue();
        assertThat(open(id)).containsExactly("decide-next");
        assertThat(column(id, "act_reason")).contains("n’est plus respecté");
    }

    @Test
    void aPauseOfAPlanLeadsBackToThePlan() {
        var id = opened();
        cases.planSigned(id);
        cases.pause(id, PauseReason.HOSPITAL, LocalDate.of(2026, 12, 9), "");
        until("2026-12-09T00:00");
        assertThat(of(id).status()).isEqualTo(CaseStatus.PLAN);
    }

    @Test
    void aPlanBrokenDuringAPauseIsDecidedUponAfterIt() {
        var id = opened();
        cases.planSigned(id);
        cases.pause(id, PauseReason.HOSPITAL, LocalDate.of(2026, 12, 9), "");
        cases.planBroken(id);
        assertThat(of(id).status()).isEqualTo(CaseStatus.PAUSED);
        until("2026-12-09T00:00");
        assertThat(open(id)).containsExactly("decide-next");
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
    void onlyASupervisorEndsACaseInWhichSomethingIsOwed() {
        var id = opened();
        assertThatThrownBy(() -> cases.closeByDecision(id, "Irrécouvrable")).isInstanceOf(AccessDeniedException.class);
        people.signIn(people.somebodyOf(tenant.agencyId(), Role.SUPERVISOR));
        cases.closeByDecision(id, "Irrécouvrable");
        isClosed(id);
        assertThat(of(id).closeReason()).isEqualTo(CloseReason.BY_DECISION);
        assertThatThrownBy(() -> cases.pause(id, PauseReason.OTHER, LocalDate.of(2026, 12, 9), ""))
                .isInstanceOf(UserError.class)
                .hasMessage("arrears.error.closed");
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
