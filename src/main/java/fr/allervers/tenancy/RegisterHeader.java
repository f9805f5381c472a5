package fr.allervers.tenancy;

import fr.allervers.shared.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a register file: where each column stands.
 *
 * @param places the column's position, from 0
 * @param ignored headers that are no column of ours
 * @param width how many cells a line has
 */
record RegisterHeader(Map<RegisterColumn, Integer> places, List<String> ignored, int width) {

    /**
     * Reads the header.
     *
     * @throws NotARegister when a required column is missing or one stands twice
     */
    static RegisterHeader of(List<String> cells) {
        var places = new EnumMap<RegisterColumn, Integer>(RegisterColumn.class);
        var ignored = new ArrayList<String>();
        for (var place = 0; place < cells.size(); place++) {
            var cell = cells.get(place);
            var column = column(cell);
            if (column == null) {
                ignored.add(cell.strip());
            } else if (places.put(column, place) != null) {
                throw new NotARegister("twice", column.header());
            }
        }
        requireColumns(places);
        ignored.removeIf(String::isEmpty);
        return new RegisterHeader(places, List.copyOf(ignored), cells.size());
    }

    boolean has(RegisterColumn column) {
        return places.containsKey(column);
    }

    List<String> recognised() {
        return names(true);
    }

    List<String> absent() {
        return names(false);
    }

    private List<String> names(boolean present) {
        return Stream.of(RegisterColumn.values())
                .filter(column -> has(column) == present)
                .map(RegisterColumn::header)
                .toList();
    }

    private static void requireColumns(Map<RegisterColumn, Integer> places) {
        var missing = Stream.of(RegisterColumn.values())
                .filter(column -> column.required() && !places.containsKey(column))
                .map(RegisterColumn::header)
                .toList();
        if (!missing.isEmpty()) {
            throw places.isEmpty()
                    ? new NotARegister("no-header", RegisterColumn.AGENCY_CODE.header())
                    : new NotARegister("columns", String.join(", ", missing));
        }
    }

    private static @Nullable RegisterColumn column(String cell) {
        var name = Texts.fold(cell).replace(' ', '_');
        return Stream.of(RegisterColumn.values())
                .filter(column -> column.header().equals(name))
                .findFirst()
                .orElse(null);
    }
}
