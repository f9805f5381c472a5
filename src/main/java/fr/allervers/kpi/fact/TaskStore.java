package fr.allervers.kpi.fact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code kpi_task}: each task that ended, once. */
@Component
class TaskStore {

    private static final String COLUMNS =
            "task_id, case_kind, case_id, step, candidate_group, agency_id, campaign_id, outcome, day, opened_at, due_at, closed_at, seconds";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds those that are not there yet, and gives the ids of these: a recount may have been quicker. */
    Set<String> add(List<TaskRow> tasks, int pass) {
        return tasks.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("insert ignore into kpi_task (" + COLUMNS + ", pass) values "
                                + String.join(", ", Collections.nCopies(tasks.size(), ROW)) + " returning task_id")
                        .params(values(tasks, pass))
                        .query(String.class)
                        .list());
    }

    /** Adds them or sets them right. */
    void put(List<TaskRow> tasks, int pass) {
        if (!tasks.isEmpty()) {
            jdbc.sql("insert into kpi_task (" + COLUMNS + ", pass) values "
                            + String.join(", ", Collections.nCopies(tasks.size(), ROW))
                            + " on duplicate key update case_kind = values(case_kind), case_id = values(case_id), step = values(step),"
                            + " candidate_group = values(candidate_group), agency_id = values(agency_id), campaign_id = values(campaign_id),"
                            + " outcome = values(outcome), day = values(day), opened_at = values(opened_at), due_at = values(due_at),"
                            + " closed_at = values(closed_at), seconds = values(seconds), pass = values(pass)")
                    .params(values(tasks, pass))
                    .update();
        }
    }

    /** The next ones by their number, which the last one's gives. */
    List<Numbered> after(long after, int limit) {
        return jdbc.sql("select id, " + COLUMNS + " from kpi_task where id > ? order by id limit ?")
                .params(after, limit)
                .query(TaskStore::numbered)
                .list();
    }

    /** @param id number of the row */
    record Numbered(long id, TaskRow task) {}

    private static Numbered numbered(ResultSet row, int number) throws SQLException {
        return new Numbered(
                row.getLong("id"),
                new TaskRow(
                        row.getString("task_id"),
                        row.getString("case_kind"),
                        row.getLong("case_id"),
                        row.getString("step"),
                        row.getString("candidate_group"),
                        row.getLong("agency_id"),
                        row.getLong("campaign_id"),
                        TaskRow.Outcome.valueOf(row.getString("outcome")),
                        row.getDate("day").toLocalDate(),
                        row.getTimestamp("opened_at").toInstant(),
                        row.getTimestamp("due_at").toInstant(),
                        row.getTimestamp("closed_at").toInstant()));
    }

    private static List<Object> values(List<TaskRow> tasks, int pass) {
        var values = new ArrayList<Object>();
        for (var task : tasks) {
            values.add(task.taskId());
            values.add(task.caseKind());
            values.add(task.caseId());
            values.add(task.step());
            values.add(task.group());
            values.add(task.agencyId());
            values.add(task.campaignId());
            values.add(task.outcome().name());
            values.add(task.day());
            values.add(Timestamp.from(task.openedAt()));
            values.add(Timestamp.from(task.dueAt()));
            values.add(Timestamp.from(task.closedAt()));
            values.add(task.seconds());
            values.add(pass);
        }
        return values;
    }
}
