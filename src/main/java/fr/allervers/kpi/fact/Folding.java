package fr.allervers.kpi.fact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Folds what was written since the last time into the figures, one node at a time: events are taken, counted and removed in one transaction, so
 * that each counts once whatever fails. Nobody's completion waits for it.
 */
@Component
public class Folding {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final CaseSources sources;
    private final FactStore facts;
    private final TaskStore tasks;
    private final FigureState state;
    private final Clock clock;

    Folding(
            JdbcClient jdbc,
            JdbcTemplate batches,
            CaseSources sources,
            FactStore facts,
            TaskStore tasks,
            FigureState state,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.sources = sources;
        this.facts = facts;
        this.tasks = tasks;
        this.state = state;
        this.clock = clock;
    }

    /** @param task none when the case only moved */
    private record Event(
            long id, String caseKind, long caseId, @Nullable TaskRow task) {}

    /**
     * Folds the next events.
     *
     * @return how many; 0 when there are none, another node is at it, or a recount runs
     */
    @Transactional
    public int fold() {
        if (!state.take()) {
            return 0;
        }
        var events = next();
        if (!events.isEmpty()) {
            var deltas = new DayDeltas();
            close(events, deltas);
            move(events, deltas);
            deltas.write(batches);
            jdbc.sql("delete from kpi_event where id in (:ids)")
                    .param("ids", events.stream().map(Event::id).toList())
                    .update();
            state.folded();
        }
        return events.size();
    }

    private List<Event> next() {
        return jdbc.sql(
                        "select id, case_kind, case_id, task_id, step, candidate_group, agency_id, completed, opened_at, due_at, closed_at from kpi_event order by id limit ?")
                .param(AT_ONCE)
                .query(this::event)
                .list();
    }

    private Event event(ResultSet row, int number) throws SQLException {
        var task = row.getString("task_id");
        var kind = row.getString("case_kind");
        var id = row.getLong("case_id");
        return new Event(row.getLong("id"), kind, id, task == null ? null : task(row, task, kind, id));
    }

    private TaskRow task(ResultSet row, String taskId, String kind, long caseId) throws SQLException {
        ZoneId zone = clock.getZone();
        return TaskRow.of(
                taskId,
                kind,
                caseId,
                row.getString("step"),
                row.getString("candidate_group"),
                row.getLong("agency_id"),
                0,
                row.getBoolean("completed"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("closed_at").toInstant(),
                zone);
    }

    private void close(List<Event> events, DayDeltas deltas) {
        var closed = new ArrayList<TaskRow>();
        for (var event : events) {
            if (event.task() != null) {
                closed.add(event.task());
            }
        }
        var known = inCampaigns(closed);
        var fresh = tasks.add(known, 0);
        known.stream().filter(task -> fresh.contains(task.taskId())).forEach(task -> task.count(deltas, 1));
    }

    /** The same tasks with the campaigns of their cases. */
    List<TaskRow> inCampaigns(List<TaskRow> closed) {
        Map<String, Set<Long>> byKind = new HashMap<>();
        closed.forEach(task -> byKind.computeIfAbsent(task.caseKind(), kind -> new LinkedHashSet<>())
                .add(task.caseId()));
        Map<String, Map<Long, Long>> campaigns = new HashMap<>();
        byKind.forEach((kind, ids) -> sources.of(kind).ifPresent(source -> campaigns.put(kind, source.campaigns(ids))));
        return closed.stream()
                .map(task -> task.in(
                        campaigns.getOrDefault(task.caseKind(), Map.of()).getOrDefault(task.caseId(), 0L)))
                .toList();
    }

    private void move(List<Event> events, DayDeltas deltas) {
        Map<String, Set<Long>> moved = new LinkedHashMap<>();
        events.forEach(event -> moved.computeIfAbsent(event.caseKind(), kind -> new LinkedHashSet<>())
                .add(event.caseId()));
        moved.forEach((kind, ids) -> sources.of(kind).ifPresent(source -> facts.refresh(source, ids, deltas)));
    }
}
