package fr.allervers.outreach.followup;

import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of one kind of follow-up: one open row per household and key, each a case of the kind's process. What the row
 * holds besides is the kind's own matter.
 */
final class FollowUpRows<T extends FollowUpRow> {

    private static final int LISTED = 50;

    private final Table<T> table;
    private final Tools tools;

    private FollowUpRows(Table<T> table, Tools tools) {
        this.table = table;
        this.tools = tools;
    }

    /**
     * Where a kind's rows are.
     *
     * @param kind the process's id
     * @param select reads rows, up to the where clause
     * @param key the columns that, besides the household, tell one open row from another
     */
    record Table<T>(String kind, String name, Class<T> rows, String select, List<String> key) {}

    /** What reads and writes rows. */
    @Component
    static final class Tools {

        private final JdbcClient jdbc;
        private final Cases cases;
        private final Timeline timeline;
        private final CurrentStaff currentStaff;
        private final HouseholdCards words;
        private final Clock clock;

        Tools(
                JdbcClient jdbc,
                Cases cases,
                Timeline timeline,
                CurrentStaff currentStaff,
                HouseholdCards words,
                Clock clock) {
            this.jdbc = jdbc;
            this.cases = cases;
            this.timeline = timeline;
            this.currentStaff = currentStaff;
            this.words = words;
            this.clock = clock;
        }

        <T extends FollowUpRow> FollowUpRows<T> of(Table<T> table) {
            return new FollowUpRows<>(table, this);
        }
    }

    /**
     * Inserts the row, or gives the open one that is in its way: a unique key decides, not a look before the write. Whoever
     * is signed in must work for the agency.
     *
     * @param own the kind's own columns
     * @param opened tells of the new row and starts its case
     */
    long open(FollowUpOrigin from, MapSqlParameterSource own, LongConsumer opened) {
        tools.currentStaff.find().ifPresent(person -> tools.currentStaff.requireAgency(from.agencyId()));
        var columns = own.addValue("household_id", from.householdId())
                .addValue("call_id", from.callId())
                .addValue("campaign_id", from.campaignId())
                .addValue("agency_id", from.agencyId())
                .addValue(
                        "opened_by",
                        tools.currentStaff.find().map(StaffMember::username).orElse("allervers"))
                .addValue("opened_at", tools.clock.instant());
        long id;
        try {
            id = tools.jdbc
                    .sql(insert(columns.getValues().keySet()))
                    .paramSource(columns)
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException openAlready) {
            return tools.jdbc
                    .sql("select id from " + table.name() + " where open_household_id = :household_id"
                            + table.key().stream()
                                    .map(column -> " and " + column + " = :" + column)
                                    .collect(Collectors.joining()))
                    .paramSource(columns)
                    .query(Long.class)
                    .single();
        }
        opened.accept(id);
        return id;
    }

    private String insert(Collection<String> columns) {
        return "insert into " + table.name() + " (" + String.join(", ", columns) + ") values "
                + columns.stream().map(column -> ":" + column).collect(Collectors.joining(", ", "(", ")"))
                + " returning id";
    }

    /** Changes columns of this row; {@code set} is what stands between "set" and "where". */
    int update(long id, String set, Object... values) {
        return tools.jdbc
                .sql("update " + table.name() + " set " + set + " where id = ?")
                .params(List.of(values))
                .param(id)
                .update();
    }

    /** Ends the row; one that has ended stays as it is. */
    void close(long id, String state) {
        tools.jdbc
                .sql("update " + table.name() + " set state = ?, closed_at = ? where id = ? and closed_at is null")
                .params(state, tools.clock.instant(), id)
                .update();
    }

    CaseRef ref(long id) {
        return new CaseRef(table.kind(), id);
    }

    void start(long id, Map<String, Object> variables) {
        tools.cases.start(ref(id), variables);
    }

    /** Gives the message to the case, and says whether it waited for it. */
    boolean tell(long id, String message) {
        return tools.cases.correlate(message, ref(id));
    }

    Entry note(long id, long householdId, Timeline.Kind kind) {
        return new Entry(id, householdId, kind, null, false);
    }

    Entry note(FollowUpRow row, Timeline.Kind kind) {
        return note(row.id(), row.householdId(), kind);
    }

    Entry note(long id, Timeline.Kind kind) {
        return note(require(id), kind);
    }

    /** An entry of the timeline in the making. */
    final class Entry {

        private final long id;
        private final long householdId;
        private final Timeline.Kind kind;
        private final @Nullable String detail;
        private final boolean social;

        private Entry(long id, long householdId, Timeline.Kind kind, @Nullable String detail, boolean social) {
            this.id = id;
            this.householdId = householdId;
            this.kind = kind;
            this.detail = detail;
            this.social = social;
        }

        Entry with(@Nullable String more) {
            return new Entry(id, householdId, kind, more, social);
        }

        /** Told to social advisors and supervisors only. */
        Entry social(boolean only) {
            return new Entry(id, householdId, kind, detail, only);
        }

        void say(String key, Object... args) {
            tools.timeline.record(ref(id), householdId, kind, tools.words.french(key, args), detail, social);
        }
    }

    T require(long id) {
        return find(id).orElseThrow();
    }

    Optional<T> find(long id) {
        return tools.jdbc
                .sql(table.select() + " where " + table.name() + ".id = ?")
                .param(id)
                .query(table.rows())
                .optional();
    }

    Map<Long, T> byIds(Collection<Long> ids) {
        return tools
                .jdbc
                .sql(table.select() + " where " + table.name() + ".id in (:ids)")
                .param("ids", ids)
                .query(table.rows())
                .stream()
                .collect(Collectors.toMap(FollowUpRow::id, Function.identity()));
    }

    /** The newest first. */
    List<T> ofHousehold(long householdId) {
        return tools.jdbc
                .sql(table.select() + " where " + table.name() + ".household_id = ? order by id desc limit " + LISTED)
                .param(householdId)
                .query(table.rows())
                .list();
    }

    /** The rows that are open for the household, locked. */
    List<Long> openFor(long householdId) {
        return tools.jdbc
                .sql("select id from " + table.name() + " where open_household_id = ? for update")
                .param(householdId)
                .query(Long.class)
                .list();
    }

    /** Ends what is open for a household that is no longer there. */
    void interrupt(long householdId) {
        openFor(householdId).forEach(id -> tell(id, "household-interrupted"));
    }
}
