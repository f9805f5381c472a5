package fr.allervers.inbox;

import fr.allervers.shared.Slice;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads {@code inbox_item}. */
@Component
class InboxRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    InboxRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Slice<InboxItem> page(InboxFilter filter, StaffMember reader, @Nullable String after, int size) {
        var select = InboxSelect.page(filter, reader, clock.instant(), after, size + 1);
        var rows = jdbc.sql(select.sql())
                .params(select.params())
                .query(InboxRows::item)
                .list();
        return Slice.of(rows, size, row -> row.key());
    }

    int count(InboxFilter filter, StaffMember reader, int limit) {
        var select = InboxSelect.count(filter, reader, clock.instant(), limit);
        return jdbc.sql(select.sql())
                .params(select.params())
                .query(Integer.class)
                .single();
    }

    List<Long> households(InboxFilter filter, StaffMember reader, int limit) {
        var select = InboxSelect.page(filter, reader, clock.instant(), null, limit);
        return jdbc.sql("select distinct household_id from (" + select.sql()
                        + ") listed where household_id is not null")
                .params(select.params())
                .query(Long.class)
                .list();
    }

    Optional<InboxItem> find(String taskId) {
        return jdbc.sql("select " + InboxSelect.COLUMNS + " from inbox_item where task_id = ?")
                .param(taskId)
                .query(InboxRows::item)
                .optional();
    }

    List<InboxItem> byIds(Collection<String> taskIds) {
        return taskIds.isEmpty()
                ? List.of()
                : jdbc.sql("select " + InboxSelect.COLUMNS
                                + " from inbox_item where task_id in (:ids) order by due_at, task_id")
                        .param("ids", taskIds)
                        .query(InboxRows::item)
                        .list();
    }

    List<InboxItem> ofCase(CaseRef of) {
        return jdbc.sql("select " + InboxSelect.COLUMNS
                        + " from inbox_item where case_kind = ? and case_id = ? order by due_at, task_id limit 50")
                .params(of.kind(), of.id())
                .query(InboxRows::item)
                .list();
    }

    private static InboxItem item(ResultSet row, int number) throws SQLException {
        return new InboxItem(
                row.getString("task_id"),
                row.getString("case_kind"),
                row.getLong("case_id"),
                row.getString("step"),
                row.getString("act"),
                row.getString("form_id"),
                row.getString("candidate_group"),
                row.getString("assignee"),
                row.getString("title"),
                row.getString("subtitle"),
                id(row, "household_id"),
                id(row, "agency_id"),
                row.getString("grade"),
                instant(row.getTimestamp("last_contact_at")),
                row.getInt("priority"),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("opened_at").toInstant());
    }

    private static @Nullable Long id(ResultSet row, String column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
