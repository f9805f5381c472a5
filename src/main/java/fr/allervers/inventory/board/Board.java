package fr.allervers.inventory.board;

import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.inventory.declaration.InventoryStatus;
import fr.allervers.inventory.settlement.ExitSettlement;
import fr.allervers.shared.Slice;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import fr.allervers.tenancy.Occupant;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The running inventories of the reader's agencies, the soonest keys or deposit first. A page takes a fixed number of queries. */
@Component
@Transactional(readOnly = true)
public class Board {

    private static final int PAGE = 30;
    private static final Pattern KEY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(\\d{1,18})");

    private static final String FROM = """
              from (select i.id, i.kind, i.status, i.emergency, i.household_id, i.keys_on, s.status as settlement,
                           if(i.kind = 'EXIT' and i.status = 'SEALED' and s.due_on is not null, s.due_on, i.keys_on) as day_on
                      from inventory i left join exit_settlement s on s.inventory_id = i.id
                     where i.status not in ('CLOSED', 'CANCELLED') and not (i.status = 'SEALED' and i.kind = 'ENTRY') and (:all or i.agency_id in (:agencies))) b
            """;

    private static final Map<BoardFilter, String> CONDITIONS = Map.of(
            BoardFilter.ALL, "true",
            BoardFilter.LATE, "b.day_on < :today",
            BoardFilter.TENANT, "(b.status in ('OPEN', 'ASKED', 'ACCEPTED') or b.settlement = 'SENT')",
            BoardFilter.REVIEW, "b.status in ('SUBMITTED', 'ON_SITE', 'TENANT_SIGNED')",
            BoardFilter.DISPUTE, "b.settlement in ('DISPUTED', 'MAINTAINED')",
            BoardFilter.DEPOSIT, "b.status = 'SEALED' and b.settlement <> 'PAID'");

    private final JdbcClient jdbc;
    private final Households households;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    Board(JdbcClient jdbc, Households households, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.households = households;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    private record Row(
            long id,
            InventoryKind kind,
            InventoryStatus status,
            boolean emergency,
            long householdId,
            LocalDate keysOn,
            ExitSettlement.@Nullable Status settlement,
            LocalDate dayOn) {

        private String key() {
            return dayOn + "_" + id;
        }
    }

    /**
     * A page of it.
     *
     * @param after the {@link Slice#next} of the page before; none, or something else, for the first
     */
    public Slice<BoardLine> page(BoardFilter filter, @Nullable String after) {
        var key = KEY.matcher(after == null ? "" : after);
        var begun = key.matches();
        var rows = read("select b.*" + FROM + " where " + CONDITIONS.get(filter)
                        + " and (b.day_on > :day or (b.day_on = :day and b.id > :id)) order by b.day_on, b.id limit :most")
                .param("day", begun ? LocalDate.parse(key.group(1)) : LocalDate.of(1900, 1, 1))
                .param("id", begun ? Long.parseLong(key.group(2)) : 0)
                .param("most", PAGE + 1)
                .query(Row.class)
                .list();
        var shown = Slice.of(rows, PAGE, Row::key);
        var homes =
                households.byIds(shown.items().stream().map(Row::householdId).collect(Collectors.toSet()));
        var lines = new ArrayList<BoardLine>();
        for (var row : shown.items()) {
            var home = homes.get(row.householdId);
            if (home != null) {
                lines.add(line(row, home));
            }
        }
        return shown.with(lines);
    }

    /** How many there are of each, in one query. */
    public Map<BoardFilter, Long> counts() {
        var sums = CONDITIONS.entrySet().stream()
                .map(one -> "coalesce(sum(" + one.getValue() + "), 0) as `" + one.getKey() + "`")
                .collect(Collectors.joining(", "));
        return read("select " + sums + FROM)
                .query((row, number) -> {
                    var counts = new EnumMap<BoardFilter, Long>(BoardFilter.class);
                    for (var filter : BoardFilter.values()) {
                        counts.put(filter, row.getLong(filter.name()));
                    }
                    return counts;
                })
                .single();
    }

    private JdbcClient.StatementSpec read(String sql) {
        var reader = reader();
        return jdbc.sql(sql)
                .param("all", reader.allAgencies())
                .param("agencies", reader.agenciesOrNone())
                .param("today", LocalDate.now(clock));
    }

    private StaffMember reader() {
        var reader = currentStaff.require();
        if (!reader.isAny(Role.FIELD_MANAGER, Role.RENT_OFFICER, Role.SUPERVISOR, Role.DIRECTOR)) {
            throw new AccessDeniedException("No right to inventories");
        }
        return reader;
    }

    private BoardLine line(Row row, Household home) {
        return new BoardLine(
                row.id,
                row.kind,
                row.status,
                row.emergency,
                home.occupants().stream().map(Occupant::fullName).findFirst().orElse(home.name()),
                home.address().isEmpty() ? home.agencyName() : home.address() + ", " + home.commune(),
                row.keysOn,
                row.dayOn,
                row.dayOn.isBefore(LocalDate.now(clock)),
                row.settlement);
    }
}
