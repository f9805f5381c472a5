package fr.allervers.tenancy;

import static fr.allervers.tenancy.RegisterColumn.BUILDING_CODE;
import static fr.allervers.tenancy.RegisterColumn.DWELLING_CODE;
import static fr.allervers.tenancy.RegisterColumn.HOUSEHOLD_CODE;
import static fr.allervers.tenancy.RegisterColumn.LEASE_CODE;
import static fr.allervers.tenancy.RegisterColumn.OCCUPANT_CODE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows that a chunk's lines ask for, table by table: first where people live, then who lives there. */
final class RegisterTables {

    private final RegisterHeader header;
    private final List<RegisterLine> lines;
    private final JdbcTemplate jdbc;
    private final Disabilities disabilities;
    private final RegisterPlaces places;
    private final RegisterRows buildings;
    private final RegisterRows dwellings;
    private final RegisterRows households;
    private final RegisterRows leases;
    private final RegisterRows occupants;
    private final Set<String> told = new HashSet<>();

    RegisterTables(RegisterHeader header, List<RegisterLine> lines, JdbcTemplate jdbc, Disabilities disabilities) {
        this.header = header;
        this.lines = lines;
        this.jdbc = jdbc;
        this.disabilities = disabilities;
        places = new RegisterPlaces(jdbc);
        buildings = rows("building", GivenColumn.BUILDING);
        dwellings = rows("dwelling", GivenColumn.DWELLING);
        households = rows("household", GivenColumn.HOUSEHOLD);
        leases = rows("lease", GivenColumn.LEASE);
        occupants = rows("occupant", GivenColumn.OCCUPANT);
    }

    void write() {
        places.writeAgencies(lines);
        for (var line : lines) {
            ask(buildings, BUILDING_CODE, GivenColumn.BUILDING, line, Map.of("agency_id", places.agency(line)));
        }
        buildings.write(jdbc);
        places.writeStairwells(lines, buildings);
        for (var line : lines) {
            ask(dwellings, DWELLING_CODE, GivenColumn.DWELLING, line, dwellingPlace(line));
        }
        dwellings.write(jdbc);
        var occupied = lines.stream().filter(line -> !line.isVacant()).toList();
        for (var line : occupied) {
            var dwelling = dwellings.id(line.code(DWELLING_CODE));
            var computed = Map.of("agency_id", places.agency(line), "dwelling_id", dwelling);
            ask(households, HOUSEHOLD_CODE, GivenColumn.HOUSEHOLD, line, computed);
        }
        households.write(jdbc);
        for (var line : occupied) {
            var household = households.id(line.code(HOUSEHOLD_CODE));
            var dwelling = dwellings.id(line.code(DWELLING_CODE));
            ask(
                    leases,
                    LEASE_CODE,
                    GivenColumn.LEASE,
                    line,
                    Map.of("dwelling_id", dwelling, "household_id", household));
            ask(occupants, OCCUPANT_CODE, GivenColumn.OCCUPANT, line, Map.of("household_id", household));
        }
        leases.write(jdbc);
        occupants.write(jdbc);
    }

    long occupantId(RegisterLine line) {
        return occupants.id(line.code(OCCUPANT_CODE));
    }

    /** Whether the line's occupant, or its vacant dwelling, was not in the register. */
    boolean brings(RegisterLine line) {
        return line.isVacant()
                ? dwellings.isInserted(line.code(DWELLING_CODE))
                : occupants.isInserted(line.code(OCCUPANT_CODE));
    }

    /** Whether something that this line is the first of the chunk to tell was different in the register. To be asked once. */
    boolean tellsChange(RegisterLine line) {
        var change = first("agency", line.code(RegisterColumn.AGENCY_CODE)) && places.isAgencyChanged(line);
        change |= tells("building", buildings, line.code(BUILDING_CODE));
        change |= tells("dwelling", dwellings, line.code(DWELLING_CODE));
        if (!line.isVacant()) {
            change |= tells("household", households, line.code(HOUSEHOLD_CODE));
            change |= tells("lease", leases, line.code(LEASE_CODE));
            change |= tells("occupant", occupants, line.code(OCCUPANT_CODE));
        }
        return change;
    }

    /** Households that changed, or whose people did, also those that somebody left for another. */
    Set<Long> touchedHouseholds() {
        var touched = new LinkedHashSet<>(households.changedIds());
        for (var line : lines) {
            if (!line.isVacant() && occupants.isChanged(line.code(OCCUPANT_CODE))) {
                touched.add(households.id(line.code(HOUSEHOLD_CODE)));
            }
        }
        touched.addAll(departures());
        return touched;
    }

    /** Households in which somebody was living and is not any more. */
    Set<Long> departures() {
        var left = new LinkedHashSet<Long>();
        for (var code : occupants.updatedCodes()) {
            var from = (Long) Objects.requireNonNull(occupants.before(code, "household_id"));
            var moved = !from.equals(occupants.now(code, "household_id"));
            var was = isGone(occupants.before(code, "deceased_on"), occupants.before(code, "left_on"));
            var is = isGone(occupants.now(code, "deceased_on"), occupants.now(code, "left_on"));
            if (moved || (is && !was)) {
                left.add(from);
            }
        }
        return left;
    }

    Set<Long> updatedBuildings() {
        return buildings.updatedIds();
    }

    Set<Long> updatedDwellings() {
        return dwellings.updatedIds();
    }

    private static boolean isGone(@Nullable Object deceased, @Nullable Object left) {
        return deceased != null || left != null;
    }

    private boolean tells(String table, RegisterRows rows, String code) {
        return first(table, code) && rows.isChanged(code);
    }

    private boolean first(String table, String code) {
        return told.add(table + " " + code);
    }

    private Map<String, @Nullable Object> dwellingPlace(RegisterLine line) {
        var building = buildings.id(line.code(BUILDING_CODE));
        var place = new HashMap<String, @Nullable Object>();
        place.put("building_id", building);
        place.put("stairwell_id", places.stairwell(line, building));
        return place;
    }

    private RegisterRows rows(String table, List<GivenColumn> columns) {
        return new RegisterRows(
                table,
                columns.stream()
                        .filter(column -> column.isIn(header))
                        .map(GivenColumn::column)
                        .toList());
    }

    private void ask(
            RegisterRows rows,
            RegisterColumn key,
            List<GivenColumn> columns,
            RegisterLine line,
            Map<String, ? extends @Nullable Object> computed) {
        var values = new ArrayList<@Nullable Object>();
        for (var column : columns) {
            if (column.isIn(header)) {
                var value = column.from() == null ? computed.get(column.column()) : line.get(column.from());
                var given = value == null ? column.whenBlank() : value;
                values.add(column.isSealed() ? disabilities.seal(line.code(key), Boolean.TRUE.equals(given)) : given);
            }
        }
        rows.ask(line.code(key), values);
    }
}
