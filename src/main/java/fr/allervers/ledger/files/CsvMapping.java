package fr.allervers.ledger.files;

import fr.allervers.shared.Texts;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a CSV is what. Columns are named by their place, from 0; the header by which a mapping is found again is part
 * of the same file.
 */
public record CsvMapping(Map<CsvField, Integer> places) {

    public CsvMapping {
        places = Map.copyOf(places);
    }

    /** What a header suggests by its words. */
    public static CsvMapping proposed(List<String> header) {
        var places = new EnumMap<CsvField, Integer>(CsvField.class);
        for (var place = 0; place < header.size(); place++) {
            var at = place;
            CsvField.proposed(header.get(place)).ifPresent(field -> places.putIfAbsent(field, at));
        }
        return new CsvMapping(places);
    }

    /** The text that {@link #text()} gave. */
    public static CsvMapping read(String text) {
        return new CsvMapping(Arrays.stream(text.split(","))
                .filter(part -> !part.isBlank())
                .map(part -> part.split("="))
                .collect(Collectors.toMap(part -> CsvField.valueOf(part[0]), part -> Integer.valueOf(part[1]))));
    }

    public String text() {
        return places.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    /** What is lacking to read a file, as a message key; nothing when it can be read. */
    public Optional<String> problem(int columns) {
        if (places.values().stream().anyMatch(place -> place < 0 || place >= columns)) {
            return Optional.of("ledger.mapping.outside");
        }
        if (places.values().stream().distinct().count() < places.size()) {
            return Optional.of("ledger.mapping.twice");
        }
        if (!places.containsKey(CsvField.AMOUNT)
                && !(places.containsKey(CsvField.DEBIT) && places.containsKey(CsvField.CREDIT))) {
            return Optional.of("ledger.mapping.no-amount");
        }
        if (!places.containsKey(CsvField.VALUE_DATE)) {
            return Optional.of("ledger.mapping.no-date");
        }
        return places.containsKey(CsvField.AMOUNT) && !places.containsKey(CsvField.KIND)
                ? Optional.of("ledger.mapping.no-kind")
                : Optional.empty();
    }

    /** A header as the key by which its mapping is found again. */
    public static String headerText(List<String> header) {
        return header.stream().map(Texts::fold).collect(Collectors.joining(";"));
    }

    @Nullable
    String cell(CsvField field, List<String> cells) {
        var place = places.get(field);
        if (place == null || place >= cells.size()) {
            return null;
        }
        var cell = cells.get(place).strip();
        return cell.isEmpty() ? null : cell;
    }
}
