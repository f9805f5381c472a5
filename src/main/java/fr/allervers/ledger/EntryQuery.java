package fr.allervers.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads entries. */
@Component
class EntryQuery {

    private static final String ENTRIES = """
            select e.id, e.lease_id, e.kind, e.means, e.amount_cents, e.value_on, e.period, e.label, e.reference, e.reverses_id,
                   r.id as reversed_by_id, e.import_id, e.booked_at, e.booked_by, e.reason
              from rent_entry e left join rent_entry r on r.reverses_id = e.id
            """;

    private final JdbcClient jdbc;

    EntryQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Entry> of(long leaseId, LocalDate from, LocalDate to) {
        return jdbc.sql(ENTRIES + " where e.lease_id = ? and e.value_on between ? and ? order by e.value_on, e.id")
                .params(leaseId, from, to)
                .query(Entry.class)
                .list();
    }

    Map<Long, List<Entry>> payments(Collection<Long> leases, LocalDate from, LocalDate to) {
        if (leases.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(ENTRIES + """
                         where e.lease_id in (:leases) and e.value_on between :from and :to and e.kind = 'PAYMENT'
                           and e.reverses_id is null and r.id is null order by e.value_on, e.id
                        """)
                .param("leases", leases)
                .param("from", from)
                .param("to", to)
                .query(Entry.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Entry::leaseId));
    }
}
