package fr.allervers.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.inbox.Inbox;
import fr.allervers.inbox.InboxFilter;
import fr.allervers.inbox.InboxFilter.Scope;
import fr.allervers.inbox.InboxItem;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A page of twenty open tasks with two filters, kind and agency, soonest due first. Peer: the engine's own task query
 * with the same candidate group, process key and agency variable. Limit: the bare select on the index that fits.
 */
@ApplicationTest
class InboxPageBenchmark {

    private static final List<String> KINDS = List.of("bench-one", "bench-two", "bench-three", "bench-four");
    private static final String BARE = """
            select task_id, case_kind, case_id, step, act, form_id, candidate_group, assignee, title, subtitle, household_id, agency_id, grade, last_contact_at, priority, due_at, opened_at
              from inbox_item force index (inbox_queue_agency_kind)
             where queue = ? and agency_id = ? and case_kind = ? order by due_at, task_id limit 20
            """;

    @Autowired
    Inbox inbox;

    @Autowired
    TaskService tasks;

    @Autowired
    org.camunda.bpm.engine.RepositoryService repository;

    @Autowired
    Cases cases;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource database;

    @Test
    void aPageOfTwentyWithTwoFilters() throws Exception {
        var bench = Bench.time("inbox-page", "inbox page of 20, filtered by kind and agency, p95", "ms", 100_000);
        fill(bench.size());
        people.signIn(people.somebody(Role.FIELD_MANAGER));
        assertThat(ours(1))
                .as("the same tasks on all sides")
                .isEqualTo(peer(1))
                .isEqualTo(limit(1))
                .hasSize(20);
        bench.side("ours", () -> p95(40, this::ours))
                .side("peer", () -> p95(3, this::peer))
                .side("limit", () -> p95(40, this::limit))
                .target("peer", 200)
                .target("limit", 0.5)
                .note("Open tasks are copies of one real task's rows; five groups, four kinds, six agencies.")
                .run(database);
    }

    private void fill(int count) {
        for (var kind : KINDS) {
            repository
                    .createDeployment()
                    .addModelInstance(
                            kind + ".bpmn",
                            Bpmn.createExecutableProcess(kind)
                                    .camundaHistoryTimeToLiveString("P1D")
                                    .startEvent()
                                    .userTask("act")
                                    .name("Agir")
                                    .camundaCandidateGroups("field-manager")
                                    .camundaDueDate("2026-11-25T10:00:00")
                                    .endEvent()
                                    .done())
                    .deploy();
        }
        var of = new CaseRef(KINDS.get(0), 0);
        transaction.executeWithoutResult(status -> cases.start(of, Map.of("agency", 99L)));
        var task = jdbc.queryForObject(
                "select task_id from inbox_item where case_kind = ? and case_id = 0", String.class, of.kind());
        new ManyTasks(jdbc, task, KINDS).copy(count);
    }

    private List<String> ours(int turn) {
        var filter = new InboxFilter(Scope.ALL, false, kind(turn), agency(turn), null, null, null);
        return inbox.page(filter, null, 20).items().stream()
                .map(InboxItem::taskId)
                .toList();
    }

    private List<String> peer(int turn) {
        return tasks
                .createTaskQuery()
                .taskCandidateGroup("field-manager")
                .processDefinitionKey(kind(turn))
                .processVariableValueEquals("agency", agency(turn))
                .orderByDueDate()
                .asc()
                .listPage(0, 20)
                .stream()
                .map(Task::getId)
                .toList();
    }

    private List<String> limit(int turn) throws Exception {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(BARE)) {
            select.setString(1, "g:field-manager");
            select.setLong(2, agency(turn));
            select.setString(3, kind(turn));
            var ids = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    for (var column = 2; column <= 17; column++) {
                        rows.getObject(column);
                    }
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        }
    }

    private static String kind(int turn) {
        return KINDS.get(turn % KINDS.size());
    }

    private static long agency(int turn) {
        return 1 + turn % ManyTasks.AGENCIES;
    }

    private double p95(int times, Page page) throws Exception {
        var figures = new double[times];
        for (var turn = 0; turn < times; turn++) {
            var start = System.nanoTime();
            assertThat(page.read(turn)).hasSize(20);
            figures[turn] = (System.nanoTime() - start) / 1e6;
        }
        return Bench.p95(figures);
    }

    @FunctionalInterface
    private interface Page {
        List<String> read(int turn) throws Exception;
    }
}
