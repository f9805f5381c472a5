package fr.allervers.tenancy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes register files for tests: everything has a sensible value, a test says what matters to it. */
final class RegisterText {

    private final char delimiter;
    private final Set<RegisterColumn> left;
    private final List<String> lines = new ArrayList<>();
    private final String prefix;

    RegisterText(String prefix) {
        this(prefix, ';', Set.of());
    }

    /**
     * @param prefix of all codes, so that tests do not meet
     * @param left columns that the file does not have
     */
    RegisterText(String prefix, char delimiter, Set<RegisterColumn> left) {
        this.prefix = prefix;
        this.delimiter = delimiter;
        this.left = left;
        lines.add(columns().map(RegisterColumn::header).collect(Collectors.joining(String.valueOf(delimiter))));
    }

    /** An occupant {@code number}, alone in a household of their own; pairs of column and text change what is said. */
    RegisterText occupant(int number, Object... changes) {
        var cells = new EnumMap<RegisterColumn, String>(RegisterColumn.class);
        cells.put(RegisterColumn.AGENCY_CODE, prefix + "AG");
        cells.put(RegisterColumn.AGENCY_NAME, "Agence " + prefix);
        cells.put(RegisterColumn.BUILDING_CODE, prefix + "B1");
        cells.put(RegisterColumn.BUILDING_NAME, "Les Lilas " + prefix);
        cells.put(RegisterColumn.ADDRESS, "12 rue des Écoles");
        cells.put(RegisterColumn.POSTCODE, "26000");
        cells.put(RegisterColumn.COMMUNE, "Valence");
        cells.put(RegisterColumn.INSEE, "26362");
        cells.put(RegisterColumn.STAIRWELL, "A");
        cells.put(RegisterColumn.DWELLING_CODE, prefix + "L" + number);
        cells.put(RegisterColumn.TYPOLOGY, "T3");
        cells.put(RegisterColumn.RENT, "412,50");
        cells.put(RegisterColumn.LEASE_CODE, prefix + "C" + number);
        cells.put(RegisterColumn.LEASE_START, "01/02/2010");
        cells.put(RegisterColumn.HOUSEHOLD_CODE, prefix + "F" + number);
        cells.put(RegisterColumn.HOUSEHOLD_NAME, "Foyer " + prefix + " " + number);
        cells.put(RegisterColumn.OCCUPANT_CODE, prefix + "O" + number);
        cells.put(RegisterColumn.CIVILITY, "Mme");
        cells.put(RegisterColumn.LAST_NAME, "Léger" + prefix);
        cells.put(RegisterColumn.FIRST_NAME, "Odette");
        cells.put(RegisterColumn.BIRTH_DATE, "31/12/1940");
        cells.put(RegisterColumn.PHONE_1, "01 99 00 %02d %02d".formatted(number / 100 % 100, number % 100));
        for (var at = 0; at < changes.length; at += 2) {
            cells.put((RegisterColumn) changes[at], (String) changes[at + 1]);
        }
        return line(cells);
    }

    /** A dwelling nobody lives in. */
    RegisterText vacant(int number) {
        return line(Map.of(
                RegisterColumn.AGENCY_CODE, prefix + "AG",
                RegisterColumn.BUILDING_CODE, prefix + "V1",
                RegisterColumn.ADDRESS, "1 place du Marché",
                RegisterColumn.POSTCODE, "26100",
                RegisterColumn.COMMUNE, "Romans-sur-Isère",
                RegisterColumn.INSEE, "26281",
                RegisterColumn.DWELLING_CODE, prefix + "VL" + number,
                RegisterColumn.TYPOLOGY, "T2"));
    }

    RegisterText raw(String line) {
        lines.add(line);
        return this;
    }

    InputStream utf8() {
        return in(StandardCharsets.UTF_8, "");
    }

    byte[] utf8Bytes() {
        return bytes(StandardCharsets.UTF_8, "");
    }

    InputStream in(Charset charset, String before) {
        return new ByteArrayInputStream(bytes(charset, before));
    }

    private byte[] bytes(Charset charset, String before) {
        return (before + String.join("\r\n", lines) + "\r\n").getBytes(charset);
    }

    private RegisterText line(Map<RegisterColumn, String> cells) {
        lines.add(columns()
                .map(column -> quoted(cells.getOrDefault(column, "")))
                .collect(Collectors.joining(String.valueOf(delimiter))));
        return this;
    }

    private String quoted(String cell) {
        return cell.indexOf(delimiter) >= 0 || cell.contains("\n") ? '"' + cell + '"' : cell;
    }

    private Stream<RegisterColumn> columns() {
        return Stream.of(RegisterColumn.values()).filter(column -> !left.contains(column));
    }
}
