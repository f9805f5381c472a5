package fr.allervers.audit;

import fr.allervers.shared.Slice;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The log as administrators search it, newest first; only of their agencies where they are not of all. */
@Component
@Transactional(readOnly = true)
public class AuditLog {

    /** How many lines a file may have: what is more is asked for by shorter periods. */
    public static final int MOST_EXPORTED = 50_000;

    private static final int PAGE = 50;
    private static final int CHUNK = 1_000;
    private static final Pattern KEY = Pattern.compile("(\\d{1,18})_(\\d{1,18})");
    private static final String LINES = """
            select e.id, e.at, e.actor, e.actor_id, s.display_name as who, e.act, e.outcome, e.subject_kind, e.subject_id, e.household_id, h.name as household,
                   e.route, e.detail, e.reference, e.seq
              from audit_entry e left join staff_member s on e.actor = 'STAFF' and s.id = e.actor_id left join household h on h.id = e.household_id
             where 1 = 1
            """;

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /**
     * 50 entries at a time.
     *
     * @param before the {@link Slice#next} of the slice before; none for the first
     */
    public Slice<AuditLine> search(AuditFilter filter, @Nullable String before) {
        var reader = administrator();
        return Slice.of(read(filter, before, PAGE + 1, reader), PAGE, AuditLog::key);
    }

    /** Every entry asked for, newest first, {@link #MOST_EXPORTED} at most, a thousand in memory at a time. */
    public void each(AuditFilter filter, Consumer<AuditLine> taker) {
        var reader = administrator();
        String before = null;
        for (var taken = 0; taken < MOST_EXPORTED; ) {
            var lines = read(filter, before, Math.min(CHUNK, MOST_EXPORTED - taken), reader);
            if (lines.isEmpty()) {
                return;
            }
            lines.forEach(taker);
            taken += lines.size();
            before = key(lines.get(lines.size() - 1));
        }
    }

    /** Everybody who is or was on the staff, for the filter: names by id. */
    public Map<Long, String> people() {
        administrator();
        var names = new LinkedHashMap<Long, String>();
        jdbc.sql("select id, display_name from staff_member order by display_name, id limit 2000")
                .query((row, number) -> names.put(row.getLong("id"), row.getString("display_name")))
                .list();
        return names;
    }

    private List<AuditLine> read(AuditFilter filter, @Nullable String before, int most, StaffMember reader) {
        var where = new ArrayList<String>();
        var values = new LinkedHashMap<String, Object>();
        put(where, values, "e.actor = 'STAFF' and e.actor_id = :staff", "staff", filter.staffId());
        put(where, values, "e.household_id = :household", "household", filter.householdId());
        put(where, values, "e.subject_kind = :kind", "kind", filter.subjectKind());
        put(where, values, "e.subject_id = :subject", "subject", filter.subjectId());
        put(
                where,
                values,
                "e.act = :act",
                "act",
                filter.act() == null ? null : filter.act().name());
        put(
                where,
                values,
                "e.outcome = :outcome",
                "outcome",
                filter.outcome() == null ? null : filter.outcome().name());
        put(where, values, "e.at >= :from", "from", filter.from() == null ? null : start(filter.from()));
        put(
                where,
                values,
                "e.at < :until",
                "until",
                filter.until() == null ? null : start(filter.until().plusDays(1)));
        if (!reader.allAgencies()) {
            put(where, values, "e.agency_id in (:agencies)", "agencies", reader.agenciesOrNone());
        }
        var key = KEY.matcher(before == null ? "" : before);
        if (key.matches()) {
            where.add("(e.at < :at or (e.at = :at and e.id < :id))");
            values.put("at", Instant.ofEpochMilli(Long.parseLong(key.group(1))));
            values.put("id", Long.parseLong(key.group(2)));
        }
        var sql = new StringBuilder(LINES);
        where.forEach(one -> sql.append(" and ").append(one));
        return jdbc.sql(sql.append(" order by e.at desc, e.id desc limit ")
                        .append(most)
                        .toString())
                .params(values)
                .query(AuditLine.class)
                .list();
    }

    private static void put(
            List<String> where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.add(condition);
            values.put(name, value);
        }
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private static String key(AuditLine line) {
        return line.at().toEpochMilli() + "_" + line.id();
    }

    private StaffMember administrator() {
        var person = currentStaff.require();
        if (!person.is(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("The audit log is for administrators");
        }
        return person;
    }
}
