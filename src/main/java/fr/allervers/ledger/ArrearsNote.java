package fr.allervers.ledger;

import fr.allervers.tenancy.Households;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the register what households owe, so that audiences and household pages agree with the accounts. The account wins over the
 * arrears of a register file wherever there is one.
 */
@Component
class ArrearsNote {

    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final Households households;
    private final Clock clock;

    ArrearsNote(JdbcClient jdbc, Households households, Clock clock) {
        this.jdbc = jdbc;
        this.households = households;
        this.clock = clock;
    }

    /** Notes every difference; how many there were. */
    @Transactional
    public int refresh() {
        var count = 0;
        for (var some = differences(); !some.isEmpty(); some = differences()) {
            households.noteArrears(some, LocalDate.now(clock));
            count += some.size();
        }
        return count;
    }

    private Map<Long, Long> differences() {
        var found = new LinkedHashMap<Long, Long>();
        jdbc.sql("""
                        select h.id, owed.cents from household h join (
                          select l.household_id, sum(greatest(0, a.balance_cents - coalesce(later.cents, 0))) as cents
                            from rent_account a join lease l on l.id = a.lease_id
                            left join (select lease_id, sum(amount_cents) as cents from rent_entry where value_on > :today group by lease_id) later
                              on later.lease_id = a.lease_id
                           group by l.household_id) owed on owed.household_id = h.id
                         where h.arrears_cents <> owed.cents order by h.id limit :most
                        """)
                .param("today", LocalDate.now(clock))
                .param("most", AT_ONCE)
                .query(row -> {
                    found.put(row.getLong("id"), row.getLong("cents"));
                });
        return found;
    }
}
