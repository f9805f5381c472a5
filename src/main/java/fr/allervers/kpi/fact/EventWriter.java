package fr.allervers.kpi.fact;

import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseKinds;
import fr.allervers.workflow.TaskEvents.TaskClosed;
import fr.allervers.workflow.TaskEvents.TaskOpened;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes {@code kpi_event}: what a completion pays for the figures is one short row, copied from the inbox's by its key. */
@Component
class EventWriter {

    private static final String CLOSED = """
            insert into kpi_event (case_kind, case_id, task_id, step, candidate_group, agency_id, completed, opened_at, due_at, closed_at)
            select case_kind, case_id, task_id, step, candidate_group, agency_id, :completed, opened_at, due_at, :now from inbox_item where task_id in (:tasks)
            """;

    private static final int AT_ONCE = 500;
    private static final String FLEETING = """
            insert into kpi_event (case_kind, case_id, task_id, step, candidate_group, agency_id, completed, opened_at, due_at, closed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final CaseKinds kinds;
    private final Clock clock;

    EventWriter(JdbcTemplate jdbc, CaseKinds kinds, Clock clock) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
        this.kinds = kinds;
        this.clock = clock;
    }

    void write(PendingEvents pending) {
        var now = Timestamp.from(clock.instant());
        var completed = new ArrayList<String>();
        var withdrawn = new ArrayList<String>();
        var fleeting = new ArrayList<Object[]>();
        var told = new HashSet<>();
        for (var task : pending.closed.values()) {
            var opened = pending.opened.get(task.taskId());
            if (opened == null) {
                (task.completed() ? completed : withdrawn).add(task.taskId());
            } else {
                fleeting.add(row(opened, task, now));
            }
            told.add(task.ofCase());
        }
        close(completed, true, now);
        close(withdrawn, false, now);
        update(FLEETING, fleeting);
        update(
                "insert into kpi_event (case_kind, case_id) values (?, ?)",
                pending.moved.stream()
                        .filter(of -> !told.contains(of))
                        .map(of -> new Object[] {of.kind(), of.id()})
                        .toList());
    }

    private void close(List<String> tasks, boolean completed, Timestamp now) {
        for (var from = 0; from < tasks.size(); from += AT_ONCE) {
            named.update(
                    CLOSED,
                    Map.of(
                            "completed",
                            completed,
                            "now",
                            now,
                            "tasks",
                            tasks.subList(from, Math.min(from + AT_ONCE, tasks.size()))));
        }
    }

    private void update(String sql, List<Object[]> rows) {
        if (rows.size() == 1) {
            jdbc.update(sql, rows.get(0));
        } else if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }

    /** A task that began and ended within one transaction was never in the inbox: its case is asked. */
    private Object[] row(TaskOpened task, TaskClosed end, Timestamp now) {
        return new @Nullable Object[] {
            task.ofCase().kind(),
            task.ofCase().id(),
            task.taskId(),
            task.step(),
            task.group(),
            agencyOf(task),
            end.completed(),
            Timestamp.from(task.openedAt()),
            Timestamp.from(task.dueAt()),
            now
        };
    }

    private @Nullable Long agencyOf(TaskOpened task) {
        var id = task.ofCase().id();
        return kinds.find(task.ofCase().kind())
                .map(kind -> kind.cards(List.of(id)).get(id))
                .filter(Objects::nonNull)
                .map(CaseCard::agencyId)
                .orElse(null);
    }
}
