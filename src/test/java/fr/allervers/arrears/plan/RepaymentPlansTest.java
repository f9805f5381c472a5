package fr.allervers.arrears.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.arrears.Debtor;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.prevention.CaseStatus;
import fr.allervers.arrears.prevention.PauseReason;
import fr.allervers.inbox.CaseKind;
import fr.allervers.ledger.Hold;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.AtOnce;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Tasks;
import fr.allervers.workflow.Timeline;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** A debt of 150 € spread over three instalments of 50 €, on the 10th of each month from December 2026 on. */
@ApplicationTest
class RepaymentPlansTest {

    private static final PlanTerms TERMS = new PlanTerms(15_000, 0, null, 5_000, YearMonth.of(2026, 12), 10);

    @Autowired
    RepaymentPlans plans;

    @Autowired
    PlanSheets sheets;

    @Autowired
    PlanSweep sweep;

    @Autowired
    ArrearsCases arrears;

    @Autowired
    RentAccounts accounts;

    @Autowired
    List<CaseKind> kinds;

    @Autowired
    Cases cases;

    @Autowired
    Tasks tasks;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Timeline timeline;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    private Debtor debtor;
    private StaffMember officer;
    private long caseId;

    @BeforeEach
    void aHouseholdOwes() {
        debtor = Debtor.since(LocalDate.of(2020, 1, 1), tenants, jdbc, accounts, transaction)
                .rent("2026-11-01", 15_000);
        officer = people.somebodyOf(debtor.tenant.agencyId(), Role.RENT_OFFICER);
        people.signIn(officer);
        caseId = arrears.open(debtor.leaseId, "Test");
    }

    @AfterEach
    void afterwards() {
        people.signOut();
        clock.reset();
    }

    private void on(String local) {
        clock.set(LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Paris")).toInstant());
        jobs.runDue();
    }

    private long signed() {
        var id = plans.draft(caseId, TERMS, false);
        plans.signAtDesk(id);
        // What is booked from now on was not in the debt that was read.
        clock.advance(Duration.ofMinutes(1));
        return id;
    }

    private PlanStatus statusOf(long id) {
        return sheets.sheet(id).plan().status();
    }

    private Optional<String> task(long id, String step) {
        return transaction.execute(status -> tasks.open(new CaseRef(RepaymentPlans.KIND, id), step));
    }

    private boolean runs(long id) {
        return Boolean.TRUE.equals(transaction.execute(
                status -> !cases.running(RepaymentPlans.KIND, List.of(id)).isEmpty()));
    }

    private void complete(long id, Map<String, Object> answers) {
        var kind = kinds.stream()
                .filter(one -> one.key().equals(RepaymentPlans.KIND))
                .findFirst()
                .orElseThrow();
        transaction.executeWithoutResult(status -> tasks.complete(
                tasks.open(new CaseRef(RepaymentPlans.KIND, id), "contact-after-breach")
                        .orElseThrow(),
                kind.complete(id, "contact-after-breach", answers, officer)));
    }

    private long held() {
        return accounts.holds(debtor.leaseId, LocalDate.now(clock)).stream()
                .mapToLong(Hold::amountCents)
                .sum();
    }

    private long messages(long id) {
        return jdbc.sql("select count(*) from outbox_message where case_kind = 'repayment-plan' and case_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private void pay(String on, long cents) {
        debtor.pays(on, cents);
        sweep.sweep();
    }

    @Test
    void aSignedPlanIsHeldInTheAccountFollowedAndKeptWhenTheLastInstalmentIsPaid() {
        var id = signed();
        assertThat(arrears.require(caseId).status()).isEqualTo(CaseStatus.PLAN);
        assertThat(held()).isEqualTo(15_000);

        pay("2026-11-24", 5_000);
        assertThat(held()).isEqualTo(10_000);
        assertThat(sheets.sheet(id).paidCents()).isEqualTo(5_000);

        pay("2026-11-24", 10_000);
        assertThat(statusOf(id)).isEqualTo(PlanStatus.KEPT);
        assertThat(runs(id)).isFalse();
        assertThat(held()).isZero();
    }

    @Test
    void aKeptPlanBesideAnotherDebtIsToldAsKeptAndSomebodyDecides() {
        var id = signed();
        pay("2026-11-24", 15_000);
        assertThat(arrears.byIds(List.of(caseId)).get(caseId).status()).isEqualTo(CaseStatus.CLOSED);

        debtor.rent("2026-11-24", 15_000);
        caseId = arrears.open(debtor.leaseId, "Test");
        id = signed();
        debtor.charge("2026-11-25", 3_000);
        on("2026-12-10T12:00:00");
        pay("2026-12-10", 15_000);
        assertThat(statusOf(id)).isEqualTo(PlanStatus.KEPT);
        assertThat(arrears.require(caseId).status()).isEqualTo(CaseStatus.OPEN);
        jobs.runDue();
        assertThat(reason()).contains("est tenu, mais autre chose reste dû");
        assertThat(told()).noneMatch(what -> what.contains("rompu")).anyMatch(what -> what.contains("30,00"));
    }

    private String reason() {
        return jdbc.sql("select act_reason from arrears_case where id = ?")
                .param(caseId)
                .query(String.class)
                .single();
    }

    private List<String> told() {
        return timeline.ofCase(ArrearsCases.ref(caseId), false).stream()
                .map(Timeline.Entry::what)
                .toList();
    }

    @Test
    void aNewRentIsNoBreachAndAMissedInstalmentIsOnTheDayAfterTheTolerance() throws Exception {
        var id = signed();
        debtor.rent("2026-12-01", 50_000);
        sweep.sweep();
        on("2026-12-10T12:00:00");
        pay("2026-12-10", 55_000);
        debtor.rent("2027-01-01", 50_000);
        sweep.sweep();
        on("2027-01-15T23:00:00");
        assertThat(task(id, "contact-after-breach")).isEmpty();
        assertThat(statusOf(id)).isEqualTo(PlanStatus.SIGNED);

        on("2027-01-16T09:59:00");
        assertThat(task(id, "contact-after-breach")).isEmpty();
        on("2027-01-16T10:00:00");
        var task = task(id, "contact-after-breach").orElseThrow();
        assertThat(held()).isZero();
        mvc.perform(get("/impayes/" + caseId).with(People.as(officer)))
                .andExpect(content().string(containsString("/a-faire?tache=" + task)));

        // Three working days from Saturday the 16th.
        on("2027-01-20T09:59:00");
        assertThat(task(id, "contact-after-breach-late")).isEmpty();
        on("2027-01-20T10:00:00");
        assertThat(task(id, "contact-after-breach-late")).isPresent();
    }

    @Test
    void aHouseholdThatCatchesUpIsAskedForNothingMore() {
        var id = signed();
        on("2026-12-16T10:00:00");
        assertThat(task(id, "contact-after-breach")).isPresent();
        pay("2026-12-16", 4_999);
        assertThat(task(id, "contact-after-breach")).isPresent();
        pay("2026-12-16", 1);
        assertThat(task(id, "contact-after-breach")).isEmpty();
        assertThat(runs(id)).isTrue();
        assertThat(held()).isEqualTo(10_000);
    }

    @Test
    void aRejectedDebitReopensTheInstalment() {
        var id = signed();
        pay("2026-11-24", 5_000);
        on("2026-12-15T12:00:00");
        debtor.rejected("2026-12-15", 5_000);
        sweep.sweep();
        assertThat(task(id, "contact-after-breach")).isEmpty();
        assertThat(sheets.sheet(id).paidCents()).isZero();
        on("2026-12-16T10:00:00");
        assertThat(task(id, "contact-after-breach")).isPresent();
    }

    @Test
    void eachInstalmentIsRemindedOfOnceAndNotWhenItIsPaidAhead() {
        var id = signed();
        on("2026-12-05T09:59:00");
        assertThat(messages(id)).isZero();
        on("2026-12-05T10:00:00");
        assertThat(messages(id)).isEqualTo(1);
        sweep.sweep();
        on("2026-12-07T10:00:00");
        assertThat(messages(id)).isEqualTo(1);
        pay("2026-12-07", 10_000);
        on("2027-01-09T10:00:00");
        assertThat(messages(id)).isEqualTo(1);
    }

    @Test
    void whatIsPromisedIsWaitedForAndAPlanThatEndsGivesTheCaseBack() {
        var id = signed();
        on("2026-12-16T10:00:00");
        assertThatThrownBy(() -> complete(id, Map.of("outcome", "CONTINUE", "promisedOn", LocalDate.of(2027, 1, 17))))
                .isInstanceOf(UserError.class);
        complete(id, Map.of("outcome", "CONTINUE", "promisedOn", LocalDate.of(2026, 12, 28)));
        assertThat(task(id, "contact-after-breach")).isEmpty();
        on("2026-12-29T10:00:00");
        assertThat(task(id, "contact-after-breach")).isPresent();

        complete(id, Map.of("outcome", "END"));
        assertThat(statusOf(id)).isEqualTo(PlanStatus.BROKEN);
        assertThat(runs(id)).isFalse();
        assertThat(arrears.require(caseId).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void aPausedCaseIsNeitherRemindedNorReproached() {
        var id = signed();
        arrears.pause(caseId, PauseReason.HOSPITAL, LocalDate.of(2026, 12, 21), "");
        on("2026-12-16T10:00:00");
        assertThat(task(id, "contact-after-breach")).isEmpty();
        on("2026-12-21T10:00:00");
        assertThat(task(id, "contact-after-breach")).isPresent();
    }

    @Test
    void aRenegotiatedPlanStaysInTheChainOfVersions() {
        var first = signed();
        plans.renegotiate(first);
        assertThat(runs(first)).isFalse();
        jobs.runDue();
        assertThat(reason()).contains("est à renégocier");
        assertThat(told()).noneMatch(what -> what.contains("rompu"));
        var second = plans.draft(caseId, TERMS, false);
        plans.offer(second);
        plans.signAtDesk(second);

        assertThat(sheets.ofCase(caseId))
                .extracting(RepaymentPlan::version, RepaymentPlan::status, RepaymentPlan::previousId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, PlanStatus.SIGNED, first),
                        org.assertj.core.groups.Tuple.tuple(1, PlanStatus.RENEGOTIATED, null));
        assertThat(held()).isEqualTo(15_000);
    }

    @Test
    void aCaseHasOneActivePlanEvenWhenTwoOfficersDraftAtOnce() throws Exception {
        var made = AtOnce.times(2, () -> {
            people.signIn(officer);
            try {
                plans.draft(caseId, TERMS, false);
                return true;
            } catch (UserError e) {
                return false;
            }
        });
        assertThat(made).containsOnlyOnce(true);
    }

    @Test
    void aPlanIsSignedOnceAndNotAfterItsFirstDay() {
        var id = signed();
        assertThatThrownBy(() -> plans.signAtDesk(id)).isInstanceOf(UserError.class);
        plans.renegotiate(id);
        var stale = plans.draft(caseId, TERMS, false);
        clock.set(LocalDateTime.parse("2026-12-11T00:00:00")
                .atZone(ZoneId.of("Europe/Paris"))
                .toInstant());
        assertThatThrownBy(() -> plans.signAtDesk(stale)).hasMessage("plan.stale");
        plans.cancel(stale);
        assertThat(statusOf(stale)).isEqualTo(PlanStatus.CANCELLED);
    }

    @Test
    void aPlanSpreadsNoMoreThanWhatMayBeAskedFor() {
        var more = new PlanTerms(15_001, 0, null, 5_000, YearMonth.of(2026, 12), 10);
        assertThatThrownBy(() -> plans.draft(caseId, more, false)).hasMessage("plan.refused.MORE_THAN_OWED");
    }

    @Test
    void anotherAgencysOfficerNeitherReadsNorActs() {
        var id = plans.draft(caseId, TERMS, false);
        people.signIn(people.somebodyOf(tenants.agency(), Role.RENT_OFFICER));
        assertThatThrownBy(() -> sheets.sheet(id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> plans.signAtDesk(id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> plans.draft(caseId, TERMS, false)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theSimulatorProposesKeepsNothingAndAnswersAPartToScripts() throws Exception {
        var page = post("/impayes/{id}/plan/simulation", caseId)
                .param("resources", "1 200")
                .param("charges", "860,00")
                .param("rent", "400")
                .param("adults", "1")
                .param("children", "0")
                .param("debt", "150")
                .param("firstMonth", "2026-12")
                .param("day", "31")
                .with(csrf())
                .with(People.as(officer));
        mvc.perform(page)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<h1")))
                .andExpect(content().string(containsString("pendant 4 mois")))
                .andExpect(content().string(containsString("31 janv. 2027")));
        mvc.perform(page.header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("pendant 4 mois")))
                .andExpect(content().string(not(containsString("<h1"))));
        assertThat(sheets.ofCase(caseId)).isEmpty();
    }

    @Test
    void thePageLeadsFromTheDraftToTheSignatureAndTellsWhatItCannotRead() throws Exception {
        mvc.perform(get("/impayes/{id}/plan", caseId).with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("150,00")));
        mvc.perform(post("/impayes/{id}/plan", caseId)
                        .param("debt", "beaucoup")
                        .param("month", "50")
                        .param("firstMonth", "2026-12")
                        .param("day", "10")
                        .with(csrf())
                        .with(People.as(officer)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("f-debt-error")));
        mvc.perform(post("/impayes/{id}/plan", caseId)
                        .param("debt", "150")
                        .param("month", "50")
                        .param("firstMonth", "2026-12")
                        .param("day", "10")
                        .with(csrf())
                        .with(People.as(officer)))
                .andExpect(status().is3xxRedirection());
        var id = sheets.active(caseId).orElseThrow().plan().id();
        mvc.perform(post("/impayes/{id}/plan/{plan}/signer", caseId, id)
                        .with(csrf())
                        .with(People.as(officer)))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/impayes/{id}/plan", caseId).with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Signé au guichet le")));
    }
}
