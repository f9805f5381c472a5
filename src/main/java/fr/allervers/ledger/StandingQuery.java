package fr.allervers.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computes standings in one query, for a few leases or for all that owe. */
@Component
class StandingQuery {

    /**
     * {@code so_far} is what had become due up to a day: the first day on which it exceeds all that was settled is the day of
     * the oldest unpaid charge. Reversals stand on the due day of what they reverse and take it out of the sum.
     */
    private static final String STANDINGS = """
            , e as (
              select r.lease_id, r.side, r.kind, r.due_on, r.period, r.value_on, r.amount_cents
                from rent_entry r join wanted w on w.lease_id = r.lease_id where r.value_on <= :on
            ), total as (
              select lease_id, sum(amount_cents) as balance, -sum(if(side = 'C', amount_cents, 0)) as settled from e group by lease_id
            ), due as (
              select lease_id, due_on, sum(sum(amount_cents)) over (partition by lease_id order by due_on) as so_far
                from e where side = 'D' group by lease_id, due_on
            ), oldest as (
              select due.lease_id, min(due.due_on) as since from due join total on total.lease_id = due.lease_id
               where due.so_far > total.settled group by due.lease_id
            ), month as (
              select lease_id, period, sum(if(side = 'D', amount_cents, 0)) as charged, -sum(if(side = 'C', amount_cents, 0)) as aid
                from e where kind in ('RENT', 'SERVICE_CHARGES', 'HOUSING_AID') group by lease_id, period
            ), last_month as (
              select lease_id, period, charged, row_number() over (partition by lease_id order by period desc) as place from month where charged > 0
            ), last_aid as (
              select m.lease_id, m.aid, row_number() over (partition by m.lease_id order by m.period desc) as place
                from month m join last_month l on l.lease_id = m.lease_id and l.place = 1
               where m.aid > 0 and m.period between l.period - interval 2 month and l.period
            ), paid as (
              select lease_id, value_on, -sum(amount_cents) as cents, row_number() over (partition by lease_id order by value_on desc) as place
                from e where kind = 'PAYMENT' group by lease_id, value_on having sum(amount_cents) < 0
            ), held as (
              select h.lease_id, sum(h.amount_cents) as cents from rent_hold h join wanted w on w.lease_id = h.lease_id
               where h.lifted_at is null and h.from_on <= :on and (h.until_on is null or h.until_on >= :on) group by h.lease_id
            )
            select w.lease_id, h.id as household_id, h.agency_id, cast(:on as date) as `on`, coalesce(total.balance, 0) as balance_cents,
                   coalesce(held.cents, 0) as held_cents, coalesce(lm.charged, 0) as gross_month_cents, coalesce(la.aid, 0) as aid_month_cents,
                   if(total.balance > 0, oldest.since, null) as debt_since, paid.value_on as last_payment_on, coalesce(paid.cents, 0) as last_payment_cents
              from wanted w join lease l on l.id = w.lease_id join household h on h.id = l.household_id
              left join total on total.lease_id = w.lease_id left join oldest on oldest.lease_id = w.lease_id
              left join last_month lm on lm.lease_id = w.lease_id and lm.place = 1 left join last_aid la on la.lease_id = w.lease_id and la.place = 1
              left join paid on paid.lease_id = w.lease_id and paid.place = 1 left join held on held.lease_id = w.lease_id
             order by w.lease_id
            """;

    private static final String THESE = "with wanted as (select id as lease_id from lease where id in (:ids))";

    /** The stored balance counts every entry; those of later days are few and found by their day. */
    private static final String IN_DEBT = """
            with wanted as (
              select a.lease_id from rent_account a
                left join (select lease_id, sum(amount_cents) as cents from rent_entry where value_on > :on group by lease_id) later on later.lease_id = a.lease_id
               where a.lease_id > :after and a.balance_cents - coalesce(later.cents, 0) >= :least order by a.lease_id limit :most
            )""";

    private final JdbcClient jdbc;

    StandingQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Long, Standing> of(Collection<Long> leases, LocalDate on) {
        var found = new LinkedHashMap<Long, Standing>();
        if (!leases.isEmpty()) {
            jdbc.sql(THESE + STANDINGS)
                    .param("ids", leases)
                    .param("on", on)
                    .query(Standing.class)
                    .list()
                    .forEach(standing -> found.put(standing.leaseId(), standing));
        }
        return found;
    }

    List<Standing> inDebt(LocalDate on, long least, long after, int limit) {
        return jdbc.sql(IN_DEBT + STANDINGS)
                .param("on", on)
                .param("least", Math.max(1, least))
                .param("after", after)
                .param("most", limit)
                .query(Standing.class)
                .list();
    }
}
