package fr.allervers.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The inbox says what the engine says, in the same transaction, and a fault between the two is found and repaired. */
@ApplicationTest
class InboxProjectionTest {

    private static final Instant DUE = MovableClock.START.plus(Duration.ofDays(1));

    @Autowired
    TestCases cases;

    @Autowired
    Tasks tasks;

    @Autowired
    InboxRows rows;

    @Autowired
    InboxItems items;

    @Autowired
    InboxReconciler reconciler;

    @Autowired
    InboxSignals signals;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void signOut() {
        people.signOut();
    }

    @Test
    void fiftyCasesInOneTransactionAskForTheirCardsOnce() {
        var before = cases.cardCalls.get();
        var ids = cases.startAll(
                TestCases.number(),
                IntStream.range(0, 50)
                        .mapToObj(number -> "Mme Duport " + number)
                        .toList(),
                DUE,
                "social-advisor");

        assertThat(new HashSet<>(ids)).hasSize(50);
        assertThat(cases.cardCalls.get() - before).isEqualTo(1);
        assertThat(rows.find(ids.get(49)).orElseThrow())
                .satisfies(item -> assertThat(item.title()).isEqualTo("Mme Duport 49"))
                .satisfies(item -> assertThat(item.act()).isEqualTo("Décider"))
                .satisfies(item -> assertThat(item.formId()).isEqualTo("inbox-test"))
                .satisfies(item -> assertThat(item.group()).isEqualTo("social-advisor"))
                .satisfies(item -> assertThat(item.dueAt()).isEqualTo(DUE));
    }

    @Test
    void aTransactionThatFailsLeavesNoTask() {
        var agency = TestCases.number();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    cases.start(agency, "M. Personne", DUE, "social-advisor");
                    throw new IllegalStateException("afterwards");
                }))
                .hasMessageContaining("");
        assertThat(countOf(agency)).isZero();
    }

    @Test
    void theNextTaskReplacesTheOneThatIsDone() {
        var first = cases.start(TestCases.number(), "M. Faure", DUE, "social-advisor");
        var caseId = rows.find(first).orElseThrow().caseId();
        transaction.executeWithoutResult(status -> tasks.complete(first, Map.of()));

        assertThat(rows.find(first)).isEmpty();
        assertThat(rows.ofCase(new CaseRef(TestCases.KEY, caseId)))
                .singleElement()
                .satisfies(item -> assertThat(item.act()).isEqualTo("Confirmer"))
                .satisfies(item -> assertThat(item.group()).isEqualTo("supervisor"));
    }

    @Test
    void aTaskMovesToItsHolderAndBack() {
        var task = cases.start(TestCases.number(), "M. Faure", DUE, "social-advisor");
        var holder = people.somebody(Role.SOCIAL_ADVISOR);
        transaction.executeWithoutResult(status -> tasks.assign(task, holder.username()));
        assertThat(queueOf(task)).isEqualTo("u:" + holder.username());
        transaction.executeWithoutResult(status -> tasks.release(task));
        assertThat(queueOf(task)).isEqualTo("g:social-advisor");
        transaction.executeWithoutResult(status -> tasks.reschedule(task, DUE.plusSeconds(60)));
        assertThat(rows.find(task).orElseThrow().dueAt()).isEqualTo(DUE.plusSeconds(60));
    }

    @Test
    void aCardThatChangesIsShownOnTheOpenTasks() {
        var task = cases.start(TestCases.number(), "M. Faure", DUE, "social-advisor");
        var item = rows.find(task).orElseThrow();
        cases.describe(
                item.caseId(), new CaseCard("Mme Faure", "partie", 7L, item.agencyId(), "RED", MovableClock.START));
        transaction.executeWithoutResult(status -> items.refresh(item.ofCase()));
        assertThat(rows.find(task).orElseThrow())
                .satisfies(now -> assertThat(now.title()).isEqualTo("Mme Faure"))
                .satisfies(now -> assertThat(now.grade()).isEqualTo("RED"))
                .satisfies(now -> assertThat(now.lastContactAt()).isEqualTo(MovableClock.START));
    }

    @Test
    void newTasksAreToldToThoseWhoseQueuesTheyEnter() {
        var agency = TestCases.number();
        var here = people.somebodyOf(agency, Role.SOCIAL_ADVISOR);
        var elsewhere = people.somebodyOf(TestCases.number(), Role.SOCIAL_ADVISOR);
        var caller = people.somebodyOf(agency, Role.CALLER);
        var task =
                cases.startAll(agency, List.of("A", "B"), DUE, "social-advisor").get(0);
        transaction.executeWithoutResult(status -> tasks.assign(task, caller.username()));
        signals.flush();
        signals.flush();

        var counts = signals.read();
        assertThat(InboxSignals.serialOf(here, counts)).isEqualTo(2);
        assertThat(InboxSignals.serialOf(elsewhere, counts)).isZero();
        assertThat(InboxSignals.serialOf(caller, counts)).isEqualTo(1);
    }

    @Test
    void aDueMomentBetweenTwoSecondsIsNoDrift() {
        var task = cases.start(TestCases.number(), "Précise", DUE.plusMillis(437), "social-advisor");
        assertThat(reconciler.reconcile().wrong()).doesNotContain(task);
    }

    @Test
    void whatDriftsApartIsFoundAndRepaired() {
        reconciler.reconcile();
        var agency = TestCases.number();
        var lost = cases.start(agency, "Perdue", DUE, "social-advisor");
        var wrong = cases.start(agency, "Fausse", DUE, "social-advisor");
        jdbc.sql("delete from inbox_item where task_id = ?").param(lost).update();
        jdbc.sql("update inbox_item set assignee = 'personne', queue = 'u:personne' where task_id = ?")
                .param(wrong)
                .update();
        var ghost = "zz-" + agency;
        jdbc.sql("""
                        insert into inbox_item (task_id, case_kind, case_id, step, act, queue, candidate_group, title, title_folded, subtitle, priority, due_at, opened_at)
                        select ?, case_kind, case_id, step, act, queue, candidate_group, title, title_folded, subtitle, priority, due_at, opened_at
                          from inbox_item where task_id = ?
                        """).params(ghost, wrong).update();

        var drift = reconciler.reconcile();

        assertThat(drift.missing()).containsExactly(lost);
        assertThat(drift.wrong()).containsExactly(wrong);
        assertThat(drift.ghosts()).containsExactly(ghost);
        assertThat(rows.find(lost).orElseThrow().title()).isEqualTo("Perdue");
        assertThat(rows.find(wrong).orElseThrow().assignee()).isNull();
        assertThat(rows.find(ghost)).isEmpty();
        assertThat(reconciler.reconcile().none()).isTrue();
    }

    private String queueOf(String task) {
        return jdbc.sql("select queue from inbox_item where task_id = ?")
                .param(task)
                .query(String.class)
                .single();
    }

    private long countOf(long agency) {
        return jdbc.sql("select count(*) from inbox_item where agency_id = ?")
                .param(agency)
                .query(Long.class)
                .single();
    }
}
