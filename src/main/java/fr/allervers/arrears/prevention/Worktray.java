package fr.allervers.arrears.prevention;

import fr.allervers.shared.Slice;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import fr.allervers.tenancy.PhoneNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The open cases of the reader's agencies, most urgent first, then the largest debt. A page takes a fixed number of queries. */
@Component
@Transactional(readOnly = true)
public class Worktray {

    private static final int PAGE = 30;
    private static final Pattern KEY = Pattern.compile("(\\d)_(\\d{1,12})_(\\d{1,18})");

    private static final String WHERE = """
             where c.urgency < :closed and (:all or c.agency_id in (:agencies)) and (:agency is null or c.agency_id = :agency)
               and (:status is null or c.status = :status) and (:least is null or c.debt_cents >= :least)
            """;

    private final JdbcClient jdbc;
    private final Households households;
    private final CurrentStaff currentStaff;

    Worktray(JdbcClient jdbc, Households households, CurrentStaff currentStaff) {
        this.jdbc = jdbc;
        this.households = households;
        this.currentStaff = currentStaff;
    }

    private record Row(
            long id,
            long householdId,
            CaseStatus status,
            long debtCents,
            BigDecimal monthsOwed,
            String nextAct,
            LocalDate actOn,
            String actReason,
            int urgency,
            @Nullable Instant lastContactAt) {

        private String key() {
            return urgency + "_" + debtCents + "_" + id;
        }
    }

    /**
     * A page of it.
     *
     * @param after the {@link Slice#next} of the page before; none, or something else, for the first
     */
    public Slice<TrayLine> page(TrayFilter filter, @Nullable String after) {
        return slice(filter, after, PAGE);
    }

    /** So many of the first ones. */
    Slice<TrayLine> first(TrayFilter filter, int most) {
        return slice(filter, null, most);
    }

    private Slice<TrayLine> slice(TrayFilter filter, @Nullable String after, int size) {
        var key = KEY.matcher(after == null ? "" : after);
        var begun = key.matches();
        var rows = filtered("""
                        select c.id, c.household_id, c.status, c.debt_cents, c.months_owed, c.next_act, c.act_on, c.act_reason, c.urgency, c.last_contact_at
                          from arrears_case c
                        """ + WHERE + """
                           and (:act is null or c.next_act = :act)
                           and (c.urgency > :urgency or (c.urgency = :urgency and (c.debt_cents < :debt or (c.debt_cents = :debt and c.id > :id))))
                         order by c.urgency, c.debt_cents desc, c.id limit :most
                        """, filter)
                .param("act", filter.act())
                .param("urgency", begun ? Integer.parseInt(key.group(1)) : -1)
                .param("debt", begun ? Long.parseLong(key.group(2)) : 0)
                .param("id", begun ? Long.parseLong(key.group(3)) : 0)
                .param("most", size + 1)
                .query(Row.class)
                .list();
        var shown = Slice.of(rows, size, Row::key);
        var homes =
                households.byIds(shown.items().stream().map(Row::householdId).collect(Collectors.toSet()));
        var lines = new ArrayList<TrayLine>();
        for (var row : shown.items()) {
            var home = homes.get(row.householdId());
            if (home != null) {
                lines.add(line(row, home));
            }
        }
        return shown.with(lines);
    }

    /** How many cases each act is recommended for, the act of the filter left out; the most frequent first. */
    public Map<String, Long> acts(TrayFilter filter) {
        var counts = new LinkedHashMap<String, Long>();
        filtered(
                        "select c.next_act, count(*) as n from arrears_case c" + WHERE
                                + " group by c.next_act order by min(c.urgency), n desc",
                        filter)
                .query(row -> {
                    counts.put(row.getString("next_act"), row.getLong("n"));
                });
        return counts;
    }

    private JdbcClient.StatementSpec filtered(String sql, TrayFilter filter) {
        var reader = reader();
        return jdbc.sql(sql)
                .param("closed", Urgency.CLOSED.ordinal())
                .param("all", reader.allAgencies())
                .param("agencies", reader.agenciesOrNone())
                .param("agency", filter.agencyId())
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param("least", filter.atLeastCents());
    }

    private StaffMember reader() {
        var reader = currentStaff.require();
        if (!reader.isAny(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.FIELD_MANAGER, Role.SUPERVISOR, Role.DIRECTOR)) {
            throw new AccessDeniedException("No right to arrears");
        }
        return reader;
    }

    private static TrayLine line(Row row, Household home) {
        return new TrayLine(
                row.id(),
                UnpaidRentKind.addressee(home),
                home.address().isEmpty() ? home.agencyName() : home.address() + ", " + home.commune(),
                home.agencyName(),
                phone(home),
                row.status(),
                row.debtCents(),
                row.monthsOwed(),
                row.nextAct(),
                row.actOn(),
                row.actReason(),
                Urgency.values()[row.urgency()],
                row.lastContactAt());
    }

    private static @Nullable String phone(Household home) {
        return home.occupants().stream()
                .filter(occupant -> !occupant.doNotCall())
                .flatMap(occupant -> occupant.phones().stream())
                .filter(phone -> !phone.dead())
                .map(PhoneNumber::e164)
                .findFirst()
                .orElse(null);
    }
}
