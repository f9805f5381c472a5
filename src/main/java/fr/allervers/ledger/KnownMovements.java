package fr.allervers.ledger;

import fr.allervers.ledger.files.Movement.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the database knows of a chunk's movements already: two queries for a CSV, five for a bank's file. */
@Component
class KnownMovements {

    private final JdbcTemplate jdbc;

    KnownMovements(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param booked keys of entries
     * @param suspended keys of the suspense list, with the state
     * @param batches keys of batches whose payments were told
     * @param lookalikes by account, day and amount
     * @param statements import that brought a statement
     */
    record Known(
            Set<String> booked,
            Map<String, String> suspended,
            Set<String> batches,
            Map<String, List<Lookalike>> lookalikes,
            Map<Statement, Long> statements) {

        static final Known NOTHING = new Known(Set.of(), Map.of(), Set.of(), Map.of(), Map.of());
    }

    record Lookalike(String source, String entryKey, boolean numbered) {}

    /** Whether these are all new; never said of a bank's movements, which are known by more than their keys. */
    boolean knowsNothingOf(Collection<Keyed> movements) {
        return movements.stream()
                        .noneMatch(one -> one.lookalike() != null
                                || one.movement().origin().statement() != null)
                && of(movements).equals(Known.NOTHING);
    }

    Known of(Collection<Keyed> movements) {
        var keys = new LinkedHashMap<String, byte[]>();
        var entries = new LinkedHashMap<String, byte[]>();
        var looks = new LinkedHashMap<String, byte[]>();
        var statements = new HashSet<Statement>();
        for (var one : movements) {
            keys.put(one.text(), one.key());
            keys.put(one.entryText(), one.entryKey());
            if (one.lookalike() != null) {
                entries.put(one.entryText(), one.entryKey());
                looks.put(EntryKey.text(one.lookalike()), one.lookalike());
            }
            if (one.movement().origin().statement() != null) {
                statements.add(one.movement().origin().statement());
            }
        }
        var booked = new HashSet<String>();
        var suspended = new HashMap<String, String>();
        entriesAndSuspense(keys.values(), booked, suspended);
        return new Known(
                booked,
                suspended,
                keys("select hex(batch_key) from bank_batch where batch_key in (", entries.values()),
                lookalikes(looks.values()),
                statements(statements));
    }

    private Set<String> keys(String sql, Collection<byte[]> keys) {
        return keys.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        jdbc.queryForList(sql + MatchTables.marks(keys.size()) + ")", String.class, keys.toArray()));
    }

    /** Both in one query: to send and parse a thousand keys takes longer than to look them up. */
    private void entriesAndSuspense(Collection<byte[]> keys, Set<String> booked, Map<String, String> suspended) {
        if (keys.isEmpty()) {
            return;
        }
        jdbc.query(
                "with given (entry_key) as (values (?)" + ", (?)".repeat(keys.size() - 1) + """
                        ) select hex(g.entry_key) as k, e.id is not null as is_booked, s.state
                            from given g left join rent_entry e on e.entry_key = g.entry_key left join suspense_item s on s.entry_key = g.entry_key
                           where e.id is not null or s.id is not null
                        """,
                row -> {
                    if (row.getBoolean("is_booked")) {
                        booked.add(row.getString("k"));
                    }
                    if (row.getString("state") != null) {
                        suspended.put(row.getString("k"), row.getString("state"));
                    }
                },
                keys.toArray());
    }

    private Map<String, List<Lookalike>> lookalikes(Collection<byte[]> looks) {
        var found = new HashMap<String, List<Lookalike>>();
        if (!looks.isEmpty()) {
            jdbc.query(
                    "select hex(lookalike_key) as l, source, hex(entry_key) as k, numbered from bank_lookalike where lookalike_key in ("
                            + MatchTables.marks(looks.size()) + ")",
                    row -> {
                        found.computeIfAbsent(row.getString("l"), key -> new ArrayList<>())
                                .add(new Lookalike(
                                        row.getString("source"), row.getString("k"), row.getBoolean("numbered")));
                    },
                    looks.toArray());
        }
        return found;
    }

    private Map<Statement, Long> statements(Set<Statement> statements) {
        var found = new HashMap<Statement, Long>();
        for (var one : statements) {
            jdbc.queryForList(
                            "select import_id from bank_statement where account = ? and source = ? and number = ? and made_on = ?",
                            Long.class,
                            one.account(),
                            one.source(),
                            one.number(),
                            one.madeOn())
                    .forEach(by -> found.put(one, by));
        }
        return found;
    }
}
