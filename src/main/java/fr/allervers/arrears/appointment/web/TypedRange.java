package fr.allervers.arrears.appointment.web;

import fr.allervers.arrears.appointment.MeetingKind;
import fr.allervers.arrears.appointment.OpeningRanges;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A range as its form sends it: text, which is shown again as it was typed when something is wrong. */
record TypedRange(
        @Nullable String agency,
        @Nullable String kind,
        @Nullable String day,
        @Nullable String from,
        @Nullable String to,
        @Nullable String minutes,
        @Nullable String place,
        @Nullable String validFrom,
        @Nullable String validUntil) {

    TypedRange(LocalDate today) {
        this(null, "OFFICE", "1", "09:00", "12:00", "30", "", today.toString(), "");
    }

    OpeningRanges.Draft draft(long staffId) {
        return new OpeningRanges.Draft(
                staffId,
                read(agency, Long::valueOf),
                Arrays.stream(MeetingKind.values())
                        .filter(one -> one.name().equals(kind))
                        .findFirst()
                        .orElse(null),
                read(day, Integer::valueOf),
                read(from, LocalTime::parse),
                read(to, LocalTime::parse),
                read(minutes, Integer::valueOf),
                place == null ? "" : place,
                read(validFrom, LocalDate::parse),
                read(validUntil, LocalDate::parse));
    }

    private static <T> @Nullable T read(@Nullable String text, Function<String, T> as) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return as.apply(text.strip());
        } catch (NumberFormatException | DateTimeParseException e) {
            return null;
        }
    }
}
