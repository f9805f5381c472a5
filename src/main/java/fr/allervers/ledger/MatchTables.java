package fr.allervers.ledger;

import fr.allervers.ledger.MatchPolicy.LeaseRef;
import fr.allervers.ledger.MatchPolicy.Namesake;
import fr.allervers.ledger.files.Movement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads what a chunk's movements may be matched with, in at most three queries: codes that the file has not named before, accounts, names. */
@Component
class MatchTables {

    private static final int MOST_NAMESAKES = 5000;

    private final JdbcTemplate jdbc;

    MatchTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    MatchPolicy of(Collection<Movement> movements, LeaseCodes known) {
        var codes = new HashSet<String>();
        var ibans = new HashSet<String>();
        var names = new HashSet<String>();
        for (var movement : movements) {
            if (movement.leaseCode() != null) {
                codes.add(movement.leaseCode());
                continue;
            }
            codes.addAll(MatchPolicy.codes(movement.reference()));
            codes.addAll(MatchPolicy.codes(movement.remittance()));
            names.addAll(MatchPolicy.nameWords(movement.payerName()));
            if (movement.payerIban() != null) {
                ibans.add(movement.payerIban());
            }
        }
        return new MatchPolicy(known.of(codes, this::byCode), byIban(ibans), byName(names));
    }

    private Map<String, List<LeaseRef>> byCode(Set<String> codes) {
        var found = new HashMap<String, List<LeaseRef>>();
        if (!codes.isEmpty()) {
            var marks = marks(codes.size());
            var twice = new ArrayList<Object>(codes);
            twice.addAll(codes);
            jdbc.query(
                    "select l.code as given, l.id, l.household_id, l.starts_on, l.ends_on from lease l where l.code in ("
                            + marks
                            + ") union all select h.code, l.id, l.household_id, l.starts_on, l.ends_on from household h join lease l on l.household_id = h.id where h.code in ("
                            + marks + ")",
                    row -> {
                        var ends = row.getDate("ends_on");
                        found.computeIfAbsent(
                                        row.getString("given").toUpperCase(Locale.ROOT), code -> new ArrayList<>())
                                .add(new LeaseRef(
                                        row.getLong("id"),
                                        row.getLong("household_id"),
                                        row.getDate("starts_on").toLocalDate(),
                                        ends == null ? null : ends.toLocalDate()));
                    },
                    twice.toArray());
        }
        return found;
    }

    private Map<String, Set<Long>> byIban(Set<String> ibans) {
        var found = new HashMap<String, Set<Long>>();
        if (!ibans.isEmpty()) {
            jdbc.query(
                    "select iban, lease_id from payer_iban where iban in (" + marks(ibans.size()) + ")",
                    row -> {
                        found.computeIfAbsent(row.getString("iban"), iban -> new TreeSet<>())
                                .add(row.getLong("lease_id"));
                    },
                    ibans.toArray());
        }
        return found;
    }

    /** Common words lead to thousands: then names decide nothing in this chunk. */
    private Map<String, List<Namesake>> byName(Set<String> words) {
        if (words.isEmpty()) {
            return Map.of();
        }
        record Found(String word, Namesake tenant) {}
        var found = jdbc.query(
                """
                select w.word, l.id, o.last_name, coalesce(a.balance_cents, 0) as balance, coalesce(d.rent_cents, 0) + coalesce(d.charges_cents, 0) as month
                  from household_word w join occupant o on o.household_id = w.household_id and o.left_on is null
                  join lease l on l.household_id = w.household_id and l.ends_on is null join dwelling d on d.id = l.dwelling_id
                  left join rent_account a on a.lease_id = l.id
                 where w.word in (%s) limit %d
                """.formatted(marks(words.size()), MOST_NAMESAKES + 1),
                (row, number) -> new Found(
                        row.getString("word"),
                        new Namesake(
                                row.getLong("id"),
                                row.getString("last_name"),
                                row.getLong("balance"),
                                row.getLong("month"))),
                words.toArray());
        return found.size() > MOST_NAMESAKES
                ? Map.of()
                : found.stream()
                        .collect(Collectors.groupingBy(
                                Found::word, Collectors.mapping(Found::tenant, Collectors.toList())));
    }

    static String marks(int count) {
        return "?" + ", ?".repeat(count - 1);
    }
}
