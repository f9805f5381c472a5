package fr.allervers.tenancy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The agencies and stairwells of a chunk: few, and without a code of their own or with a name that the file may omit. */
final class RegisterPlaces {

    private final JdbcTemplate jdbc;
    private final Map<String, Long> agencies = new HashMap<>();
    private final Set<String> changedAgencies = new LinkedHashSet<>();
    private final Map<String, Long> stairwells = new HashMap<>();

    RegisterPlaces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    long agency(RegisterLine line) {
        return Objects.requireNonNull(agencies.get(line.code(RegisterColumn.AGENCY_CODE)));
    }

    boolean isAgencyChanged(RegisterLine line) {
        return changedAgencies.contains(line.code(RegisterColumn.AGENCY_CODE));
    }

    @Nullable
    Long stairwell(RegisterLine line, long building) {
        var code = line.get(RegisterColumn.STAIRWELL);
        return code == null ? null : stairwells.get(building + "/" + code);
    }

    /** A new agency without a name bears its code; an agency that is there keeps its name when the file gives none. */
    void writeAgencies(List<RegisterLine> lines) {
        var names = new HashMap<String, String>();
        readAgencies(names);
        var asked = lines.stream()
                .collect(Collectors.toMap(
                        line -> line.code(RegisterColumn.AGENCY_CODE),
                        Function.identity(),
                        (first, second) -> first,
                        LinkedHashMap::new));
        var missing = new ArrayList<Object[]>();
        var renamed = new ArrayList<Object[]>();
        asked.forEach((code, line) -> {
            var name = (String) line.get(RegisterColumn.AGENCY_NAME);
            if (!agencies.containsKey(code)) {
                missing.add(new Object[] {code, Objects.requireNonNullElse(name, code)});
                changedAgencies.add(code);
            } else if (name != null && !name.equals(names.get(code))) {
                renamed.add(new Object[] {name, agencies.get(code)});
                changedAgencies.add(code);
            }
        });
        if (!missing.isEmpty()) {
            jdbc.batchUpdate("insert into agency (code, name) values (?, ?)", missing);
            readAgencies(names);
        }
        if (!renamed.isEmpty()) {
            jdbc.batchUpdate("update agency set name = ? where id = ?", renamed);
        }
    }

    void writeStairwells(List<RegisterLine> lines, RegisterRows buildings) {
        var asked = new LinkedHashMap<String, Object[]>();
        for (var line : lines) {
            var code = line.get(RegisterColumn.STAIRWELL);
            if (code != null) {
                var building = buildings.id(line.code(RegisterColumn.BUILDING_CODE));
                asked.put(building + "/" + code, new Object[] {building, code});
            }
        }
        if (asked.isEmpty()) {
            return;
        }
        var of = asked.values().stream().map(row -> row[0]).distinct().toArray();
        readStairwells(of);
        var missing = asked.entrySet().stream()
                .filter(entry -> !stairwells.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (!missing.isEmpty()) {
            jdbc.batchUpdate("insert into stairwell (building_id, code) values (?, ?)", missing);
            readStairwells(of);
        }
    }

    private void readAgencies(Map<String, String> names) {
        jdbc.query("select id, code, name from agency", row -> {
            var code = row.getString("code").toUpperCase(Locale.ROOT);
            agencies.put(code, row.getLong("id"));
            names.put(code, row.getString("name"));
        });
    }

    private void readStairwells(Object[] buildings) {
        jdbc.query(
                "select id, building_id, code from stairwell where building_id in (?"
                        + ", ?".repeat(buildings.length - 1) + ")",
                row -> {
                    stairwells.put(row.getLong("building_id") + "/" + row.getString("code"), row.getLong("id"));
                },
                buildings);
    }
}
