package fr.allervers.inbox;

import fr.allervers.inbox.InboxFilter.Scope;
import fr.allervers.staff.StaffMember;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of a list: one limited range of an index per queue (and per agency for people bound to agencies), merged. So a
 * page costs the same however many tasks are open.
 */
final class InboxSelect {

    static final String COLUMNS =
            "task_id, case_kind, case_id, step, act, form_id, candidate_group, assignee, title, subtitle, household_id, agency_id, grade, last_contact_at, priority, due_at, opened_at";

    private final List<String> ranges = new ArrayList<>();
    private final List<Object> params = new ArrayList<>();

    /** A statement with the values of its places. */
    record Statement(String sql, List<Object> params) {}

    /** One range: a queue, within one agency or all. */
    private record Range(String queue, @Nullable Long agencyId) {}

    private InboxSelect() {}

    /** The {@code limit} soonest due after the key. */
    static Statement page(InboxFilter filter, StaffMember reader, Instant now, @Nullable String after, int limit) {
        var select = new InboxSelect();
        ranges(filter, reader).forEach(range -> select.add(COLUMNS, range, filter, now, after, limit));
        return select.merged("select " + COLUMNS + " from (", ") t order by due_at, task_id limit " + limit);
    }

    /** How many there are, counted up to {@code limit}. */
    static Statement count(InboxFilter filter, StaffMember reader, Instant now, int limit) {
        var select = new InboxSelect();
        ranges(filter, reader).forEach(range -> select.add("1 as one", range, filter, now, null, limit));
        return select.merged("select least(count(*), " + limit + ") from (", ") t");
    }

    private Statement merged(String before, String after) {
        if (ranges.isEmpty()) {
            ranges.add("(select " + COLUMNS + " from inbox_item where false)");
        }
        return new Statement(before + String.join(" union all ", ranges) + after, params);
    }

    private static Stream<Range> ranges(InboxFilter filter, StaffMember reader) {
        if (filter.holder() != null) {
            return filter.holder().equals(reader.username())
                    ? Stream.of(new Range("u:" + reader.username(), filter.agencyId()))
                    : InboxRights.leads(reader) ? perAgency("u:" + filter.holder(), filter, reader) : Stream.empty();
        }
        var mine = filter.scope() == Scope.UNASSIGNED
                ? Stream.<Range>empty()
                : Stream.of(new Range("u:" + reader.username(), filter.agencyId()));
        var groups = filter.scope() == Scope.MINE
                ? Stream.<Range>empty()
                : InboxRights.groups(reader).stream().flatMap(group -> perAgency("g:" + group, filter, reader));
        return Stream.concat(mine, groups);
    }

    private static Stream<Range> perAgency(String queue, InboxFilter filter, StaffMember reader) {
        if (filter.agencyId() != null) {
            return reader.worksFor(filter.agencyId()) ? Stream.of(new Range(queue, filter.agencyId())) : Stream.empty();
        }
        return reader.allAgencies()
                ? Stream.of(new Range(queue, null))
                : reader.agencies().stream().sorted().map(agency -> new Range(queue, agency));
    }

    private void add(String columns, Range range, InboxFilter filter, Instant now, @Nullable String after, int limit) {
        var sql = new StringBuilder(
                "(select " + columns + " from inbox_item force index (" + index(range, filter) + ") where queue = ?");
        params.add(range.queue());
        if (range.agencyId() != null) {
            add(sql, " and agency_id = ?", range.agencyId());
        }
        if (filter.kind() != null) {
            add(sql, " and case_kind = ?", filter.kind());
        }
        if (after != null) {
            var due = Timestamp.from(Instant.ofEpochMilli(Long.parseLong(after.substring(0, after.indexOf('_')))));
            add(sql, " and due_at >= ?", due);
            add(sql, " and (due_at > ?", due);
            add(sql, " or task_id > ?)", after.substring(after.indexOf('_') + 1));
        }
        if (filter.late()) {
            add(sql, " and due_at < ?", Timestamp.from(now));
        }
        if (filter.grade() != null) {
            add(sql, " and grade = ?", filter.grade());
        }
        if (filter.text() != null) {
            add(sql, " and title_folded like ?", "% " + filter.text().replace(" ", "% ") + "%");
        }
        ranges.add(sql.append(" order by due_at, task_id limit ")
                .append(limit)
                .append(")")
                .toString());
    }

    private void add(StringBuilder sql, String condition, Object value) {
        sql.append(condition);
        params.add(value);
    }

    /** Grades that somebody looks for are rare: their own range is short, whatever else is asked. */
    private static String index(Range range, InboxFilter filter) {
        if (filter.grade() != null) {
            return "inbox_queue_grade";
        }
        return "inbox_queue" + (range.agencyId() != null ? "_agency" : "") + (filter.kind() != null ? "_kind" : "");
    }
}
