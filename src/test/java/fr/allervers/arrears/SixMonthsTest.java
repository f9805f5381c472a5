package fr.allervers.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.arrears.legal.Deadline;
import fr.allervers.arrears.legal.DeadlineKind;
import fr.allervers.arrears.legal.LegalClock;
import fr.allervers.arrears.legal.LegalFact;
import fr.allervers.arrears.legal.LegalSweep;
import fr.allervers.arrears.plan.PlanSheets;
import fr.allervers.arrears.plan.PlanStatus;
import fr.allervers.arrears.plan.PlanSweep;
import fr.allervers.arrears.plan.PlanTerms;
import fr.allervers.arrears.plan.RepaymentPlans;
import fr.allervers.arrears.prevention.ArrearsCase;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.prevention.ArrearsNight;
import fr.allervers.arrears.prevention.CaseStatus;
import fr.allervers.arrears.prevention.CloseReason;
import fr.allervers.arrears.prevention.PauseReason;
import fr.allervers.inbox.CaseDocuments;
import fr.allervers.inbox.CaseKind;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Tasks;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Five households that do not pay their rent of December 2026, over six months of moved clock: one pays, one keeps a plan, one breaks
 * it, one is in hospital, one never answers and reaches the CCAPEX. Each day at which something begins is looked at just before and on.
 */
@ApplicationTest
class SixMonthsTest {

    private static final int RENT = 50_000;

    @Autowired
    ArrearsCases arrears;

    @Autowired
    ArrearsNight night;

    @Autowired
    RepaymentPlans plans;

    @Autowired
    PlanSheets sheets;

    @Autowired
    PlanSweep planSweep;

    @Autowired
    LegalClock legalClock;

    @Autowired
    LegalSweep legalSweep;

    @Autowired
    CaseDocuments documents;

    @Autowired
    RentAccounts accounts;

    @Autowired
    List<CaseKind> kinds;

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
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    private StaffMember officer;

    /** A household and its case. */
    private final class Home {

        private final Debtor account = Debtor.since(LocalDate.of(2024, 1, 1), tenants, jdbc, accounts, transaction);
        private long caseId;
        private long planId;

        private int cases() {
            return jdbc.sql("select count(*) from arrears_case where lease_id = ?")
                    .param(account.leaseId)
                    .query(Integer.class)
                    .single();
        }

        private void opened() {
            caseId = arrears.openOf(account.leaseId).orElseThrow();
        }

        private ArrearsCase current() {
            return arrears.byIds(List.of(caseId)).get(caseId);
        }

        private void pays(String on, int cents) {
            account.pays(on, cents);
            planSweep.sweep();
            jobs.runDue();
        }

        /** The steps for which the case wrote something that was not withdrawn. */
        private List<String> written() {
            return jdbc.sql("""
                            select substring_index(substring_index(dedupe_key, '/', 3), '/', -1) from outbox_message
                             where case_kind = 'unpaid-rent-prevention' and case_id = ? and state <> 'CANCELLED' order by id
                            """).param(caseId).query(String.class).list();
        }

        private boolean asks(String step) {
            return asks(ArrearsCases.KIND, caseId, step);
        }

        private boolean asks(String kind, long id, String step) {
            return Boolean.TRUE.equals(transaction.execute(
                    status -> tasks.open(new CaseRef(kind, id), step).isPresent()));
        }

        private void complete(String step, Map<String, Object> answers) {
            complete(ArrearsCases.KIND, caseId, step, answers);
        }

        private void complete(String kind, long id, String step, Map<String, Object> answers) {
            var of = kinds.stream()
                    .filter(one -> one.key().equals(kind))
                    .findFirst()
                    .orElseThrow();
            transaction.executeWithoutResult(status -> tasks.complete(
                    tasks.open(new CaseRef(kind, id), step).orElseThrow(), of.complete(id, step, answers, officer)));
            jobs.runDue();
        }

        private void signs(PlanTerms terms) {
            planId = plans.draft(caseId, terms, false);
            plans.signAtDesk(planId);
        }

        private PlanStatus plan() {
            return sheets.sheet(planId).plan().status();
        }

        private Deadline deadline(DeadlineKind kind) {
            return legalClock.sheet(caseId).deadlines().stream()
                    .filter(one -> one.kind() == kind)
                    .findFirst()
                    .orElseThrow();
        }
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

    /** The night of this day: accounts are looked at, legal days are counted. */
    private void nightOf(String day) {
        on(day + "T06:00:00");
        jdbc.sql("delete from arrears_night where night = ?").param(day).update();
        night.run();
        legalSweep.sweep();
        jobs.runDue();
    }

    @Test
    void casesClearPlanBreachPauseAndReachTheCcapexEachOnItsDays() {
        on("2026-12-01T05:00:00");
        officer = people.somebody(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.FIELD_MANAGER);
        people.signIn(officer);
        var pays = new Home();
        var keeps = new Home();
        var breaks = new Home();
        var ill = new Home();
        var silent = new Home();
        var homes = List.of(pays, keeps, breaks, ill, silent);
        homes.forEach(home -> home.account.rent("2026-12-01", RENT));
        // The landlord receives its aid; 460 euros are less than two months of what is left to pay.
        silent.account.rent("2026-11-01", RENT).aid("2026-11-05", 20_000).pays("2026-11-10", 34_000);

        december(pays, keeps, breaks, ill, silent, homes);
        january(keeps, breaks, ill, silent);
        february(keeps, breaks, silent);
        spring(breaks, silent);

        assertThat(pays.cases()).as("cases of who paid").isEqualTo(1);
        assertThat(keeps.cases()).isEqualTo(1);
        assertThat(ill.cases()).isEqualTo(1);
        assertThat(jdbc.sql("""
                        select count(*) from (select case_id, substring_index(dedupe_key, '/', 4) as step, count(*) as n from outbox_message
                          where case_kind = 'unpaid-rent-prevention' group by case_id, step having n > 1) twice
                        """).query(Integer.class).single())
                .as("messages written twice for a case, a step and a month")
                .isZero();
    }

    private void december(Home pays, Home keeps, Home breaks, Home ill, Home silent, List<Home> homes) {
        nightOf("2026-12-05");
        assertThat(homes).allMatch(home -> home == silent || home.cases() == 0);
        nightOf("2026-12-06");
        homes.forEach(Home::opened);
        arrears.pause(ill.caseId, PauseReason.HOSPITAL, LocalDate.of(2027, 1, 12), "");

        // The 6th is a Sunday: the first message leaves on Monday at ten.
        on("2026-12-07T09:59:00");
        assertThat(pays.written()).isEmpty();
        on("2026-12-07T10:00:00");
        assertThat(pays.written()).containsExactly("SMS");
        assertThat(ill.written()).isEmpty();
        on("2026-12-08T07:00:00");
        pays.pays("2026-12-08", RENT);
        assertThat(pays.current().closeReason()).isEqualTo(CloseReason.DEBT_CLEARED);

        on("2026-12-09T09:59:00");
        assertThat(keeps.asks("call-tenant")).isFalse();
        on("2026-12-09T10:00:00");
        assertThat(keeps.asks("call-tenant")).isTrue();
        assertThat(pays.asks("call-tenant")).isFalse();
        keeps.complete("call-tenant", Map.of("outcome", "REACHED"));
        breaks.complete("call-tenant", Map.of("outcome", "REACHED"));
        silent.complete("call-tenant", Map.of("outcome", "NO_ANSWER"));
        on("2026-12-10T14:00:00");
        keeps.signs(new PlanTerms(RENT, 0, null, 17_000, YearMonth.of(2026, 12), 31));
        breaks.signs(new PlanTerms(RENT, 0, null, 17_000, YearMonth.of(2027, 1), 10));
        assertThat(sheets.sheet(keeps.planId).lines())
                .extracting(PlanSheets.Line::dueOn)
                .containsExactly(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 31), LocalDate.of(2027, 2, 28));

        on("2026-12-11T09:59:00");
        assertThat(silent.written()).containsExactly("SMS");
        on("2026-12-11T10:00:00");
        assertThat(silent.written()).containsExactly("SMS", "APPOINTMENT");

        on("2026-12-31T09:59:00");
        legalSweep.sweep();
        assertThat(legalClock.sheet(silent.caseId).facts())
                .as("the rule of 2026")
                .isEmpty();
        keeps.pays("2026-12-31", 17_000);
        assertThat(silent.written()).containsExactly("SMS", "APPOINTMENT");
        on("2026-12-31T10:00:00");
        assertThat(silent.written()).containsExactly("SMS", "APPOINTMENT", "LETTER");
        assertThat(keeps.written()).as("a signed plan stops reminders").isEmpty();
        assertThat(breaks.written()).isEmpty();
    }

    private void january(Home keeps, Home breaks, Home ill, Home silent) {
        on("2027-01-01T06:00:00");
        legalSweep.sweep();
        assertThat(silent.deadline(DeadlineKind.CAF_REPORT).dueOn())
                .as("the rule of 2027, from its first day")
                .isEqualTo(LocalDate.of(2027, 3, 1));
        List.of(keeps, breaks, silent).forEach(home -> home.account.rent("2027-01-01", RENT));
        breaks.account.pays("2027-01-03", RENT);

        on("2027-01-10T12:00:00");
        breaks.pays("2027-01-10", 17_000);
        on("2027-01-11T23:59:00");
        assertThat(ill.current().status()).isEqualTo(CaseStatus.PAUSED);
        on("2027-01-12T00:00:00");
        assertThat(ill.current().status()).isEqualTo(CaseStatus.OPEN);
        on("2027-01-12T09:59:00");
        assertThat(ill.written()).isEmpty();
        on("2027-01-12T10:00:00");
        assertThat(ill.written()).containsExactly("SMS");
        on("2027-01-13T09:00:00");
        ill.pays("2027-01-13", RENT);
        assertThat(ill.current().status()).isEqualTo(CaseStatus.CLOSED);

        on("2027-01-15T09:59:00");
        assertThat(silent.asks("visit-tenant")).isFalse();
        on("2027-01-15T10:00:00");
        assertThat(silent.asks("visit-tenant")).isTrue();
        silent.complete("visit-tenant", Map.of("outcome", "NOBODY"));
        assertThat(silent.asks("decide-next")).isTrue();

        on("2027-01-31T12:00:00");
        keeps.pays("2027-01-31", RENT + 17_000);
        assertThat(keeps.plan()).isEqualTo(PlanStatus.SIGNED);
    }

    private void february(Home keeps, Home breaks, Home silent) {
        on("2027-02-01T06:00:00");
        List.of(keeps, breaks).forEach(home -> home.account.rent("2027-02-01", RENT));
        breaks.account.pays("2027-02-03", RENT);
        planSweep.sweep();

        on("2027-02-13T06:00:00");
        legalSweep.sweep();
        var report = silent.deadline(DeadlineKind.CAF_REPORT).id();
        assertThat(silent.asks(LegalClock.KIND, report, "meet-deadline")).isFalse();
        on("2027-02-14T06:00:00");
        legalSweep.sweep();
        assertThat(silent.asks(LegalClock.KIND, report, "meet-deadline")).isTrue();

        // Due on the 10th, tolerated until the 15th: the new rent is no breach, the missed instalment is.
        on("2027-02-16T09:59:00");
        assertThat(breaks.asks(RepaymentPlans.KIND, breaks.planId, "contact-after-breach"))
                .isFalse();
        on("2027-02-16T10:00:00");
        assertThat(breaks.asks(RepaymentPlans.KIND, breaks.planId, "contact-after-breach"))
                .isTrue();
        breaks.complete(RepaymentPlans.KIND, breaks.planId, "contact-after-breach", Map.of("outcome", "END"));
        assertThat(breaks.plan()).isEqualTo(PlanStatus.BROKEN);
        assertThat(breaks.asks("decide-next")).isTrue();
        breaks.complete("decide-next", Map.of("outcome", "LITIGATION", "note", "Sans nouvelles"));
        assertThat(documents.list(ArrearsCases.ref(breaks.caseId))).hasSize(1);

        on("2027-02-24T16:59:00");
        assertThat(silent.asks(LegalClock.KIND, report, "meet-deadline-late")).isFalse();
        on("2027-02-24T17:00:00");
        assertThat(silent.asks(LegalClock.KIND, report, "meet-deadline-late")).isTrue();
        legalClock.done(report, LocalDate.of(2027, 2, 24));

        on("2027-02-28T12:00:00");
        assertThat(keeps.plan()).isEqualTo(PlanStatus.SIGNED);
        keeps.pays("2027-02-28", RENT + 16_000);
        assertThat(keeps.plan()).isEqualTo(PlanStatus.KEPT);
        assertThat(keeps.current().closeReason()).isEqualTo(CloseReason.DEBT_CLEARED);
    }

    private void spring(Home breaks, Home silent) {
        on("2027-03-01T09:00:00");
        legalClock.enter(silent.caseId, LegalFact.SUMMONS_PLANNED, LocalDate.of(2027, 5, 17), false);
        var ccapex = silent.deadline(DeadlineKind.CCAPEX);
        assertThat(ccapex.dueOn()).isEqualTo(LocalDate.of(2027, 3, 17));
        legalSweep.sweep();
        assertThat(silent.asks(LegalClock.KIND, ccapex.id(), "meet-deadline")).isFalse();
        on("2027-03-02T09:00:00");
        legalSweep.sweep();
        assertThat(silent.asks(LegalClock.KIND, ccapex.id(), "meet-deadline")).isTrue();
        on("2027-03-10T09:00:00");
        legalClock.enter(silent.caseId, LegalFact.CCAPEX_REFERRED, LocalDate.of(2027, 3, 10), false);
        assertThat(silent.deadline(DeadlineKind.CCAPEX).state()).isEqualTo(Deadline.State.DONE);
        assertThat(legalClock.sheet(silent.caseId).summonsFrom()).isEqualTo(LocalDate.of(2027, 5, 10));

        on("2027-03-31T12:00:00");
        assertThat(legalClock.sheet(silent.caseId).truce()).isTrue();
        on("2027-04-01T12:00:00");
        assertThat(legalClock.sheet(silent.caseId).truce()).isFalse();
        arrears.backFromLitigation(breaks.caseId);
        jobs.runDue();
        assertThat(breaks.asks("decide-next")).isTrue();

        on("2027-05-10T09:00:00");
        arrears.toLitigation(silent.caseId);
        assertThat(documents.list(ArrearsCases.ref(silent.caseId))).hasSize(1);
        nightOf("2027-05-31");
        assertThat(silent.current().status()).isEqualTo(CaseStatus.LITIGATION);
    }
}
