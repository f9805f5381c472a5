package fr.allervers.kpi.figure;

import fr.allervers.kpi.fact.QueueCount;
import fr.allervers.shared.Slice;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The open tasks behind a number, soonest due first, whoever's they are. */
@Component
@Transactional(readOnly = true)
public class OpenTaskList {

    private static final int PAGE = 30;
    private static final Pattern KEY = Pattern.compile("(\\d{1,15})_([\\w-]{1,64})");
    private static final List<Integer> AGES = List.of(1, 3, 7, 30);

    private final Dashboards dashboards;
    private final JdbcClient jdbc;
    private final Clock clock;

    OpenTaskList(Dashboards dashboards, JdbcClient jdbc, Clock clock) {
        this.dashboards = dashboards;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Row(
            String taskId,
            String caseKind,
            long caseId,
            String act,
            String title,
            String subtitle,
            @Nullable String assignee,
            Instant dueAt) {

        String key() {
            return dueAt.toEpochMilli() + "_" + taskId;
        }
    }

    /**
     * A page of it.
     *
     * @param after the {@link Slice#next} of the page before
     */
    public Slice<CaseLine> page(TaskQuestion asked, Scope scope, @Nullable String after) {
        dashboards.reader();
        var now = clock.instant();
        var where = new StringBuilder("true");
        var values = new LinkedHashMap<String, Object>();
        conditions(asked, scope, now, where, values);
        var key = KEY.matcher(after == null ? "" : after);
        if (key.matches()) {
            where.append(" and due_at >= :due and (due_at > :due or task_id > :task)");
            values.put("due", Timestamp.from(Instant.ofEpochMilli(Long.parseLong(key.group(1)))));
            values.put("task", key.group(2));
        }
        var rows = jdbc.sql(
                        "select task_id, case_kind, case_id, act, title, subtitle, assignee, due_at from inbox_item force index (inbox_due) where "
                                + where + " order by due_at, task_id limit " + (PAGE + 1))
                .params(values)
                .query(Row.class)
                .list();
        var shown = Slice.of(rows, PAGE, Row::key);
        return shown.with(shown.items().stream().map(row -> line(row, now)).toList());
    }

    /** How many there are, as last counted for the dashboard. */
    public long count(TaskQuestion asked, Scope scope) {
        dashboards.reader();
        var where = new StringBuilder("true");
        var values = new LinkedHashMap<String, Object>();
        who(asked, scope, where, values);
        if (asked.late()) {
            where.append(" and due_slot = -1");
        }
        if (asked.dueSlot() != null) {
            where.append(" and due_slot = :slot");
            values.put("slot", asked.dueSlot());
        }
        if (asked.ageSlot() != null) {
            where.append(" and age_slot = :age");
            values.put("age", asked.ageSlot());
        }
        return jdbc.sql("select coalesce(sum(n), 0) from kpi_queue where " + where)
                .params(values)
                .query(Long.class)
                .single();
    }

    private void conditions(
            TaskQuestion asked, Scope scope, Instant now, StringBuilder where, Map<String, Object> values) {
        who(asked, scope, where, values);
        if (asked.late() || Integer.valueOf(-1).equals(asked.dueSlot())) {
            where.append(" and due_at < :now");
            values.put("now", Timestamp.from(now));
        } else if (asked.dueSlot() != null) {
            due(asked.dueSlot(), now, where, values);
        }
        if (asked.ageSlot() != null) {
            age(asked.ageSlot(), now, where, values);
        }
    }

    private static void who(TaskQuestion asked, Scope scope, StringBuilder where, Map<String, Object> values) {
        if (!asked.kinds().isEmpty()) {
            where.append(" and case_kind in (:kinds)");
            values.put("kinds", asked.kinds());
        }
        if (asked.step() != null) {
            where.append(" and step = :step");
            values.put("step", asked.step());
        }
        if (asked.group() != null) {
            where.append(" and candidate_group = :group");
            values.put("group", asked.group());
        }
        if (!scope.all()) {
            where.append(" and agency_id in (:agencies)");
            values.put("agencies", scope.agencies());
        }
    }

    /** Today's begin now: what is before is late. */
    private void due(int slot, Instant now, StringBuilder where, Map<String, Object> values) {
        var day = LocalDate.now(clock).plusDays(Math.min(slot, QueueCount.DAYS + 1));
        var start = day.atStartOfDay(clock.getZone()).toInstant();
        where.append(" and due_at >= :from");
        values.put("from", Timestamp.from(start.isBefore(now) ? now : start));
        if (slot <= QueueCount.DAYS) {
            where.append(" and due_at < :until");
            values.put(
                    "until",
                    Timestamp.from(day.plusDays(1).atStartOfDay(clock.getZone()).toInstant()));
        }
    }

    private static void age(int slot, Instant now, StringBuilder where, Map<String, Object> values) {
        if (slot < AGES.size()) {
            where.append(" and opened_at > :younger");
            values.put("younger", Timestamp.from(now.minus(Duration.ofDays(AGES.get(slot)))));
        }
        if (slot > 0) {
            where.append(" and opened_at <= :older");
            values.put("older", Timestamp.from(now.minus(Duration.ofDays(AGES.get(Math.min(slot, AGES.size()) - 1)))));
        }
    }

    private static CaseLine line(Row row, Instant now) {
        return new CaseLine(
                row.caseKind(),
                row.caseId(),
                row.title(),
                row.subtitle(),
                row.act(),
                false,
                null,
                row.dueAt(),
                row.dueAt().isBefore(now),
                row.assignee());
    }
}
