package fr.allervers.outreach.followup;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.inbox.CaseKind;
import fr.allervers.partners.PartnerDirectory;
import fr.allervers.partners.PartnerEntry;
import fr.allervers.partners.PartnerKind;
import fr.allervers.partners.Service;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.HouseholdLeft;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.AtOnce;
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
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What all tests of the follow-up need: a tenant, somebody signed in, and the ways to act as the inbox does. */
@ApplicationTest
abstract class AbstractFollowUpTest {

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskService engineTasks;

    @Autowired
    Cases cases;

    @Autowired
    List<CaseKind> kinds;

    @Autowired
    Jobs jobs;

    @Autowired
    Timeline timeline;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PartnerDirectory directory;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    Tenant tenant;
    StaffMember advisor;

    @BeforeEach
    void somebodyIsThere() {
        tenant = tenants.tenant();
        advisor = people.somebodyOf(tenant.agencyId(), Role.SOCIAL_ADVISOR);
        people.signIn(advisor);
    }

    @AfterEach
    void afterwards() {
        people.signOut();
        clock.reset();
    }

    static Instant paris(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Paris")).toInstant();
    }

    <T> T inTransaction(Supplier<T> act) {
        return transaction.execute(status -> act.get());
    }

    long partner(Service service) {
        return directory.add(new PartnerEntry(
                "Partenaire " + tenant.insee() + " " + service,
                PartnerKind.CCAS,
                "01 99 00 00 01",
                null,
                null,
                Set.of(tenant.insee()),
                EnumSet.of(service)));
    }

    Optional<String> open(String kind, long id, String step) {
        return inTransaction(() -> tasks.open(new CaseRef(kind, id), step));
    }

    Instant due(String kind, long id, String step) {
        return engineTasks
                .createTaskQuery()
                .taskId(open(kind, id, step).orElseThrow())
                .singleResult()
                .getDueDate()
                .toInstant();
    }

    /** Sends a step's form as the inbox does: what the answers say and the task's end in one transaction. */
    void complete(String kind, long id, String step, Map<String, Object> answers) {
        transaction.executeWithoutResult(status -> {
            var task = tasks.open(new CaseRef(kind, id), step).orElseThrow();
            var variables = kindOf(kind).complete(id, step, answers, advisor);
            tasks.complete(task, variables);
        });
    }

    CaseKind kindOf(String kind) {
        return kinds.stream().filter(one -> one.key().equals(kind)).findFirst().orElseThrow();
    }

    boolean runs(String kind, long id) {
        return inTransaction(() -> !cases.running(kind, List.of(id)).isEmpty());
    }

    void leaves(Tenant who) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new HouseholdLeft(who.householdId(), HouseholdLeft.Reason.MOVED)));
    }

    List<String> told(String kind, long id) {
        return timeline.ofCase(new CaseRef(kind, id), true).stream()
                .map(Timeline.Entry::what)
                .toList();
    }

    String column(String table, long id, String column) {
        return jdbc.sql("select " + column + " from " + table + " where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** The step is open, and the supervisor's only from the very moment it is due. */
    void escalatesWhenDue(String kind, long id, String step, String lateStep) {
        var due = due(kind, id, step);
        clock.set(due.minusMillis(1));
        jobs.runDue();
        assertThat(open(kind, id, lateStep)).isEmpty();
        clock.set(due);
        jobs.runDue();
        assertThat(open(kind, id, lateStep)).isPresent();
        assertThat(open(kind, id, step)).isPresent();
    }

    /** Two threads do the same at the same moment. */
    List<Long> together(Supplier<Long> act) throws Exception {
        return AtOnce.times(2, () -> {
            people.signIn(advisor);
            return inTransaction(act);
        });
    }
}
