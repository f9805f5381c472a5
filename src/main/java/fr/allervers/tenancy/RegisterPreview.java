package fr.allervers.tenancy;

import fr.allervers.shared.imports.CsvFormat;
import fr.allervers.shared.imports.ImportQueue.Reject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a file was understood, before it is imported.
 *
 * @param absent columns that it does not give: what the register holds there stays
 * @param ignored headers that say nothing to us
 */
public record RegisterPreview(
        String charset,
        char delimiter,
        List<String> recognised,
        List<String> absent,
        List<String> ignored,
        List<Line> lines) {

    /** One of the first lines; with a problem it is not taken. */
    public record Line(
            int number,
            String agency,
            String address,
            String dwelling,
            String household,
            String occupant,
            @Nullable LocalDate birthDate,
            String phones,
            @Nullable String problem) {}

    static RegisterPreview of(RegisterChunk chunk, CsvFormat format) {
        var header = chunk.header();
        var lines = Stream.concat(
                        chunk.lines().stream().map(RegisterPreview::line),
                        chunk.rejects().stream().map(RegisterPreview::line))
                .sorted(Comparator.comparingInt(Line::number))
                .toList();
        return new RegisterPreview(
                format.charset().equals(StandardCharsets.UTF_8) ? "UTF-8" : "Windows-1252",
                format.delimiter(),
                header.recognised(),
                header.absent(),
                header.ignored(),
                lines);
    }

    private static Line line(RegisterLine line) {
        return new Line(
                line.number(),
                words(line, RegisterColumn.AGENCY_CODE, RegisterColumn.AGENCY_NAME),
                words(line, RegisterColumn.ADDRESS, RegisterColumn.POSTCODE, RegisterColumn.COMMUNE),
                words(line, RegisterColumn.DWELLING_CODE, RegisterColumn.TYPOLOGY),
                words(line, RegisterColumn.HOUSEHOLD_CODE, RegisterColumn.HOUSEHOLD_NAME),
                words(line, RegisterColumn.CIVILITY, RegisterColumn.FIRST_NAME, RegisterColumn.LAST_NAME),
                (LocalDate) line.get(RegisterColumn.BIRTH_DATE),
                phones(line),
                null);
    }

    private static Line line(Reject reject) {
        return new Line(reject.line(), "", "", "", "", "", null, "", reject.reason());
    }

    private static String words(RegisterLine line, RegisterColumn... columns) {
        return Stream.of(columns)
                .map(line::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    private static String phones(RegisterLine line) {
        return Stream.of(RegisterColumn.PHONE_1, RegisterColumn.PHONE_2)
                .map(line::phone)
                .filter(Objects::nonNull)
                .map(number -> PhoneNumbers.display(number.e164()))
                .collect(Collectors.joining(", "));
    }
}
