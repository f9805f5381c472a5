package fr.allervers.arrears.prevention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.arrears.settings.ArrearsSettings;
import fr.allervers.inbox.CaseKind;
import fr.allervers.kpi.fact.LiveFigures;
import fr.allervers.ledger.Booking;
import fr.allervers.ledger.EntryKind;
import fr.allervers.ledger.Means;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import fr.allervers.testing.Tenants.Tenant;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Tasks;
import fr.allervers.workflow.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of unpaid rent need: a lease with an account, the case that is opened for it, and the ways to act as people do. */
@ApplicationTest
abstract class ArrearsFixture {

    /**
     * A Wednesday: the ladder's days after it are Monday 23 November (SMS), Thursday 26 (call), Monday 30 after a Saturday (appointment),
     * Friday 18 December (letter) and Monday 4 January after a Saturday (visit).
     */
    static final LocalDate DUE = LocalDate.of(2026, 11, 18);

    static final long RENT = 52_340;

    @Autowired
    LiveFigures figures;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    ArrearsCases cases;

    @Autowired
    UnpaidRents rents;

    @Autowired
    ArrearsSettings settings;

    @Autowired
    RentAccounts accounts;

    @Autowired
    AccountWatch watch;

    @Autowired
    Cases engine;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskService engineTasks;

    @Autowired
    List<CaseKind> kinds;

    @Autowired
    Jobs jobs;

    @Autowired
    Timeline timeline;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    Tenant tenant;
    long leaseId;
    StaffMember officer;

    @BeforeEach
    void aHouseholdOwesItsRent() {
        figures.mark();
        at("2026-11-23T06:00");
        tenant = tenants.tenant();
        leaseId = lease(tenant);
        owes(leaseId, RENT, DUE);
        officer = people.somebodyOf(tenant.agencyId(), Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.FIELD_MANAGER);
        people.signIn(officer);
    }

    @AfterEach
    void afterwards() {
        figures.assertAsCountedAgain();
        people.signOut();
        clock.reset();
    }

    void at(String local) {
        clock.set(paris(local));
    }

    /** Moves to this moment and runs what is due by then. */
    void until(String local) {
        at(local);
        jobs.runDue();
    }

    /** The first message is written on its day, then the call is due. */
    void untilCall() {
        until("2026-11-23T10:00");
        until("2026-11-26T10:00");
    }

    static Instant paris(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Paris")).toInstant();
    }

    long lease(Tenant of) {
        return jdbc.sql(
                        "insert into lease (code, dwelling_id, household_id, starts_on) select concat('L', h.code), h.dwelling_id, h.id, '2020-01-01' from household h where h.id = ? returning id")
                .param(of.householdId())
                .query(Long.class)
                .single();
    }

    void owes(long lease, long cents, LocalDate due) {
        book(lease, EntryKind.RENT, null, cents, due);
    }

    void pays(long cents, LocalDate on) {
        book(leaseId, EntryKind.PAYMENT, Means.TRANSFER, cents, on);
    }

    private void book(
            long lease, EntryKind kind, @org.jspecify.annotations.Nullable Means means, long cents, LocalDate on) {
        accounts.book(new Booking(UUID.randomUUID().toString(), lease, kind, means, cents, on, "Essai", null));
    }

    long opened() {
        return cases.open(leaseId, "Loyer impayé");
    }

    <T> T inTransaction(Supplier<T> act) {
        return transaction.execute(status -> act.get());
    }

    ArrearsCase of(long id) {
        return cases.byIds(List.of(id)).get(id);
    }

    String column(long id, String column) {
        return jdbc.sql("select " + column + " from arrears_case where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    boolean runs(long id) {
        return inTransaction(
                () -> !engine.running(ArrearsCases.KIND, List.of(id)).isEmpty());
    }

    /** The steps whose tasks are open. */
    List<String> open(long id) {
        return engineTasks
                .createTaskQuery()
                .processDefinitionKey(ArrearsCases.KIND)
                .processInstanceBusinessKey(Long.toString(id))
                .list()
                .stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** The steps for which something was written, by its key, oldest first; what was cancelled has a minus before. */
    List<String> written(long id) {
        return jdbc.sql(
                        "select concat(if(state = 'CANCELLED', '-', ''), substring_index(substring_index(dedupe_key, '/', 3), '/', -1)) from outbox_message where case_kind = ? and case_id = ? order by id")
                .params(ArrearsCases.KIND, id)
                .query(String.class)
                .list();
    }

    List<String> told(long id) {
        return timeline.ofCase(new CaseRef(ArrearsCases.KIND, id), true).stream()
                .map(Timeline.Entry::what)
                .toList();
    }

    /** Sends a step's form as the inbox does: what the answers say and the task's end in one transaction. */
    void complete(long id, String step, Map<String, Object> answers) {
        transaction.executeWithoutResult(status -> {
            var task = tasks.open(new CaseRef(ArrearsCases.KIND, id), step).orElseThrow();
            var variables = kind().complete(id, step, answers, officer);
            tasks.complete(task, variables);
        });
        jobs.runDue();
    }

    CaseKind kind() {
        return kinds.stream()
                .filter(one -> one.key().equals(ArrearsCases.KIND))
                .findFirst()
                .orElseThrow();
    }

    void isClosed(long id) {
        assertThat(of(id).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(runs(id)).isFalse();
        assertThat(open(id)).isEmpty();
    }
}
