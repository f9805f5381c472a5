package fr.allervers.allocation.minutes;

import fr.allervers.shared.DayFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the sealed tree for the PDF, always in French and in Paris time, so that it says the same wherever it is made. */
public class MinutesWords {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** « 24 novembre 2026 » */
    public String day(@Nullable String date) {
        return date == null ? "" : format("d MMMM yyyy").format(LocalDate.parse(date));
    }

    /** « 24 novembre 2026 à 9 h 00 » */
    public String moment(@Nullable String instant) {
        return instant == null
                ? "–"
                : format("d MMMM yyyy 'à' H 'h' mm")
                        .format(Instant.parse(instant).atZone(PARIS));
    }

    public String time(@Nullable String instant) {
        return instant == null
                ? "–"
                : format("H 'h' mm").format(Instant.parse(instant).atZone(PARIS));
    }

    /** The line of this candidate among decisions or totals. */
    public @Nullable Map<String, Object> of(@Nullable List<Map<String, Object>> lines, Object candidate) {
        return lines == null ? null : find(lines, "candidate", candidate);
    }

    public @Nullable Map<String, Object> ballot(List<Map<String, Object>> ballots, Object voter) {
        return find(ballots, "voter", voter);
    }

    public String name(List<Map<String, Object>> electors, Object voter) {
        var found = find(electors, "voter", voter);
        return found == null ? "" : Objects.toString(found.get("name"));
    }

    public String named(List<Map<String, Object>> candidates, Object id) {
        var found = find(candidates, "id", id);
        return found == null ? "" : Objects.toString(found.get("name"));
    }

    private static @Nullable Map<String, Object> find(List<Map<String, Object>> lines, String key, Object value) {
        return lines.stream()
                .filter(line -> value.toString().equals(Objects.toString(line.get(key))))
                .findFirst()
                .orElse(null);
    }

    private static DateTimeFormatter format(String pattern) {
        return DayFormat.of(pattern, Locale.FRENCH);
    }
}
