package fr.allervers.tenancy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Holds the occupants' numbers to what the register says. Numbers that an agency found stay; a dead number stays dead, even
 * when the register still gives it.
 */
@Component
class OccupantPhones {

    private final JdbcTemplate jdbc;

    OccupantPhones(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Kept(long id, int rank, boolean dead, boolean fromRegister) {}

    /** Writes the numbers of the chunk's occupants: one query, three batches. The occupants whose numbers changed. */
    Set<Long> write(RegisterChunk chunk, RegisterTables tables) {
        var given = Stream.of(RegisterColumn.PHONE_1, RegisterColumn.PHONE_2)
                .filter(chunk.header()::has)
                .toList();
        var occupied = chunk.lines().stream().filter(line -> !line.isVacant()).toList();
        if (given.isEmpty() || occupied.isEmpty()) {
            return Set.of();
        }
        var kept = kept(occupied.stream().map(tables::occupantId).toList());
        var changes = new Changes();
        for (var line : occupied) {
            var occupant = tables.occupantId(line);
            changes.compare(occupant, numbers(line, given), kept.getOrDefault(occupant, Map.of()));
        }
        changes.write(jdbc);
        return changes.occupants;
    }

    Set<Long> households(Set<Long> occupants) {
        return occupants.isEmpty()
                ? Set.of()
                : new LinkedHashSet<>(jdbc.queryForList(
                        "select distinct household_id from occupant where id in (?" + ", ?".repeat(occupants.size() - 1)
                                + ")",
                        Long.class,
                        occupants.toArray()));
    }

    private static Map<String, PhoneNumbers.Dialled> numbers(RegisterLine line, List<RegisterColumn> given) {
        var numbers = new LinkedHashMap<String, PhoneNumbers.Dialled>();
        given.stream()
                .map(line::phone)
                .filter(Objects::nonNull)
                .forEach(number -> numbers.putIfAbsent(number.e164(), number));
        return numbers;
    }

    private Map<Long, Map<String, Kept>> kept(List<Long> occupants) {
        var kept = new HashMap<Long, Map<String, Kept>>();
        jdbc.query(
                "select id, occupant_id, e164, rank_no, dead, from_register from phone where occupant_id in (?"
                        + ", ?".repeat(occupants.size() - 1) + ")",
                row -> {
                    kept.computeIfAbsent(row.getLong("occupant_id"), occupant -> new HashMap<>())
                            .put(
                                    row.getString("e164"),
                                    new Kept(
                                            row.getLong("id"),
                                            row.getInt("rank_no"),
                                            row.getBoolean("dead"),
                                            row.getBoolean("from_register")));
                },
                occupants.toArray());
        return kept;
    }

    private static final class Changes {

        private final List<Object[]> added = new ArrayList<>();
        private final List<Object[]> moved = new ArrayList<>();
        private final List<Object[]> dropped = new ArrayList<>();
        private final Set<Long> occupants = new HashSet<>();

        void compare(long occupant, Map<String, PhoneNumbers.Dialled> wanted, Map<String, Kept> kept) {
            var before = added.size() + moved.size() + dropped.size();
            var rank = 0;
            for (var number : wanted.values()) {
                rank++;
                var there = kept.get(number.e164());
                if (there == null) {
                    added.add(new Object[] {occupant, number.e164(), number.mobile(), rank});
                } else if (there.fromRegister() && there.rank() != rank) {
                    moved.add(new Object[] {rank, there.id()});
                }
            }
            kept.forEach((e164, there) -> {
                if (there.fromRegister() && !there.dead() && !wanted.containsKey(e164)) {
                    dropped.add(new Object[] {there.id()});
                }
            });
            if (added.size() + moved.size() + dropped.size() > before) {
                occupants.add(occupant);
            }
        }

        void write(JdbcTemplate jdbc) {
            batch(jdbc, "insert into phone (occupant_id, e164, mobile, rank_no) values (?, ?, ?, ?)", added);
            batch(jdbc, "update phone set rank_no = ? where id = ?", moved);
            batch(jdbc, "delete from phone where id = ?", dropped);
        }

        private static void batch(JdbcTemplate jdbc, String sql, List<Object[]> rows) {
            if (!rows.isEmpty()) {
                jdbc.batchUpdate(sql, rows);
            }
        }
    }
}
