package fr.allervers.tenancy;

import fr.allervers.shared.imports.CsvLines;
import fr.allervers.tenancy.CellKind.BadCell;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads lines of one file by its header; says in French why one cannot be. */
final class LineReader {

    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cntrl}\\uFFFD&&[^\\r\\n\\t]]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final List<RegisterColumn> ALWAYS = List.of(
            RegisterColumn.AGENCY_CODE,
            RegisterColumn.BUILDING_CODE,
            RegisterColumn.ADDRESS,
            RegisterColumn.POSTCODE,
            RegisterColumn.COMMUNE,
            RegisterColumn.INSEE,
            RegisterColumn.DWELLING_CODE,
            RegisterColumn.TYPOLOGY);
    private static final List<RegisterColumn> WHEN_OCCUPIED = List.of(
            RegisterColumn.LEASE_CODE,
            RegisterColumn.LEASE_START,
            RegisterColumn.HOUSEHOLD_CODE,
            RegisterColumn.HOUSEHOLD_NAME,
            RegisterColumn.OCCUPANT_CODE,
            RegisterColumn.LAST_NAME,
            RegisterColumn.FIRST_NAME);
    private static final List<RegisterColumn> PAST =
            List.of(RegisterColumn.BIRTH_DATE, RegisterColumn.DECEASED_ON, RegisterColumn.ARREARS_DATE);

    private final RegisterHeader header;
    private final LocalDate today;

    LineReader(RegisterHeader header, LocalDate today) {
        this.header = header;
        this.today = today;
    }

    /** A line that rejects itself. */
    static final class BadLine extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BadLine(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Reads the line.
     *
     * @throws BadLine when it cannot be read or contradicts itself
     */
    RegisterLine read(CsvLines.Line line) {
        requireWidth(line.cells());
        var values = new @Nullable Object[RegisterColumn.values().length];
        header.places()
                .forEach((column, place) ->
                        values[column.ordinal()] = cell(column, line.cells().get(place)));
        var read = new RegisterLine(line.number(), values);
        requireComplete(read);
        requireSense(read);
        return read;
    }

    private void requireWidth(List<String> cells) {
        var tooMany = cells.stream().skip(header.width()).anyMatch(cell -> !cell.isBlank());
        if (cells.size() < header.width() || tooMany) {
            throw new BadLine(cells.size() + " colonnes au lieu de " + header.width());
        }
    }

    private static @Nullable Object cell(RegisterColumn column, String cell) {
        var text = SPACES.matcher(cell).replaceAll(" ").strip();
        if (text.isEmpty()) {
            return null;
        }
        if (UNREADABLE.matcher(cell).find()) {
            throw new BadLine(column.header() + " : caractère illisible");
        }
        if (text.length() > column.length()) {
            throw new BadLine(column.header() + " : trop long (" + column.length() + " caractères au plus)");
        }
        try {
            return column.kind().read(text, column);
        } catch (BadCell e) {
            throw new BadLine(column.header() + " : " + e.reason() + " (« " + shorten(text) + " »)");
        }
    }

    private static void requireComplete(RegisterLine line) {
        require(line, ALWAYS);
        for (var column : RegisterColumn.values()) {
            if (column.ofOccupation() && line.get(column) != null) {
                require(line, WHEN_OCCUPIED);
                return;
            }
        }
    }

    private static void require(RegisterLine line, List<RegisterColumn> columns) {
        for (var column : columns) {
            if (line.get(column) == null) {
                throw new BadLine(column.header() + " : manquant");
            }
        }
    }

    private void requireSense(RegisterLine line) {
        for (var column : PAST) {
            if (line.get(column) instanceof LocalDate day && day.isAfter(today)) {
                throw new BadLine(column.header() + " : date à venir");
            }
        }
        requireOrder(line, RegisterColumn.LEASE_START, RegisterColumn.LEASE_END);
        requireOrder(line, RegisterColumn.BIRTH_DATE, RegisterColumn.DECEASED_ON);
        requireOrder(line, RegisterColumn.BIRTH_DATE, RegisterColumn.LEFT_ON);
    }

    private static void requireOrder(RegisterLine line, RegisterColumn first, RegisterColumn then) {
        if (line.get(first) instanceof LocalDate from && line.get(then) instanceof LocalDate to && to.isBefore(from)) {
            throw new BadLine(then.header() + " : avant " + first.header());
        }
    }

    private static String shorten(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
