package fr.allervers.inbox;

import fr.allervers.staff.StaffMember;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts arrivals per queue, so that every node can say "3 new tasks" to its people. The counts are hints: each node
 * adds its own up in memory and writes them once a second, outside the transactions that open tasks, which would
 * otherwise wait for one another on one row.
 */
@Component
public class InboxSignals {

    private final Map<String, Long> unwritten = new ConcurrentHashMap<>();
    private final JdbcTemplate jdbc;

    InboxSignals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static String key(String group, @Nullable Long agencyId) {
        return "g:" + group + "@" + (agencyId == null ? 0 : agencyId);
    }

    void arrived(List<String> keys) {
        keys.forEach(key -> unwritten.merge(key, 1L, Long::sum));
    }

    /** Writes what has arrived since the last time. */
    @Transactional
    public void flush() {
        var rows = unwritten.keySet().stream()
                .sorted()
                .map(key -> new Object[] {key, unwritten.remove(key)})
                .filter(row -> row[1] != null)
                .toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into inbox_signal (queue, serial) values (?, ?) on duplicate key update serial = serial + values(serial)",
                    rows);
        }
    }

    /** All counts: one small row per queue. */
    public Map<String, Long> read() {
        return jdbc
                .query(
                        "select queue, serial from inbox_signal",
                        (row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many tasks ever arrived for this person: rises with each new one. */
    public static long serialOf(StaffMember reader, Map<String, Long> counts) {
        var groups = InboxRights.groups(reader);
        return counts.entrySet().stream()
                .filter(count -> isFor(reader, groups, count.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static boolean isFor(StaffMember reader, List<String> groups, String key) {
        if (key.startsWith("u:")) {
            return key.equals("u:" + reader.username());
        }
        var at = key.indexOf('@');
        return groups.contains(key.substring(2, at))
                && (reader.allAgencies() || reader.worksFor(Long.parseLong(key.substring(at + 1))));
    }
}
