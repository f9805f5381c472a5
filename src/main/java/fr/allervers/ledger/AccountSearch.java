package fr.allervers.ledger;

import fr.allervers.shared.Slice;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.HouseholdHit;
import fr.allervers.tenancy.Households;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds accounts by their households. */
@Component
class AccountSearch {

    /** Balances of today: entries of later days are taken off. */
    private static final String LINES = """
            select l.id as lease_id, h.id as household_id, l.code as lease_code, h.name as household_name, h.code as household_code,
                   coalesce(b.address, '') as address, coalesce(b.commune, '') as commune, ag.name as agency_name, null as phone,
                   coalesce(a.balance_cents, 0) - coalesce((select sum(e.amount_cents) from rent_entry e where e.lease_id = l.id and e.value_on > :today), 0) as balance_cents
              from lease l join household h on h.id = l.household_id join agency ag on ag.id = h.agency_id
              left join dwelling d on d.id = l.dwelling_id left join building b on b.id = d.building_id
              left join rent_account a on a.lease_id = l.id
            """;

    private final JdbcClient jdbc;
    private final Households households;
    private final Clock clock;

    AccountSearch(JdbcClient jdbc, Households households, Clock clock) {
        this.jdbc = jdbc;
        this.households = households;
        this.clock = clock;
    }

    /**
     * Accounts of the households found, those with an earlier lease too when it still has a balance or entries; two queries
     * whatever is found.
     */
    Slice<AccountLine> find(String words, StaffMember reader, @Nullable String after) {
        var hits = households.search(words, reader, after);
        if (hits.items().isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        var order = new LinkedHashMap<Long, HouseholdHit>();
        hits.items().forEach(hit -> order.put(hit.id(), hit));
        var byHousehold = jdbc
                .sql(
                        LINES
                                + " where l.household_id in (:households) and (l.ends_on is null or l.ends_on >= :today or a.balance_cents <> 0) order by l.starts_on desc, l.id desc")
                .param("today", LocalDate.now(clock))
                .param("households", order.keySet())
                .query(AccountLine.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(AccountLine::householdId));
        var lines = order.values().stream()
                .flatMap(hit ->
                        byHousehold.getOrDefault(hit.id(), List.of()).stream().map(line -> withPhone(line, hit)))
                .toList();
        return new Slice<>(lines, hits.next());
    }

    Map<Long, AccountLine> byLease(Collection<Long> leases) {
        return leases.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(LINES + " where l.id in (:leases)")
                        .param("today", LocalDate.now(clock))
                        .param("leases", leases)
                        .query(AccountLine.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(AccountLine::leaseId, line -> line));
    }

    /** The agency of the lease's household. */
    long agencyOf(long leaseId) {
        return jdbc.sql("select h.agency_id from lease l join household h on h.id = l.household_id where l.id = ?")
                .param(leaseId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new UnknownAccount(leaseId));
    }

    private static AccountLine withPhone(AccountLine line, HouseholdHit hit) {
        return new AccountLine(
                line.leaseId(),
                line.householdId(),
                line.leaseCode(),
                line.householdName(),
                line.householdCode(),
                line.address(),
                line.commune(),
                line.agencyName(),
                hit.phone(),
                line.balanceCents());
    }
}
