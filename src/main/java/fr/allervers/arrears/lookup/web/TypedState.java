package fr.allervers.arrears.lookup.web;

import fr.allervers.arrears.lookup.VacantDwellings.Keys;
import fr.allervers.arrears.lookup.VacantDwellings.State;
import fr.allervers.arrears.lookup.VacantDwellings.Vacant;
import fr.allervers.arrears.lookup.VacantDwellings.Works;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A vacant dwelling's state as its form sends it. */
record TypedState(
        @Nullable String keysAt,
        @Nullable String works,
        @Nullable String worksUntil,
        @Nullable String visitAt,
        @Nullable String nextTenant,
        @Nullable String availableOn,
        @Nullable String note) {

    static TypedState of(Vacant vacant, ZoneId zone) {
        var visit = vacant.visitAt();
        return new TypedState(
                vacant.keysAt() == null ? null : vacant.keysAt().name(),
                vacant.works().name(),
                text(vacant.worksUntil()),
                visit == null ? "" : visit.atZone(zone).toLocalDateTime().toString(),
                vacant.nextTenant(),
                text(vacant.availableOn()),
                vacant.note());
    }

    /** The state; none when something is wrong, which stands in {@code errors} then. */
    @Nullable
    State state(ZoneId zone, Map<String, String> errors) {
        var keys = one(Keys.values(), keysAt);
        var stand = one(Works.values(), works);
        if (keys == null) {
            errors.put("keysAt", "lookup.vacant.choose");
        }
        if (stand == null) {
            errors.put("works", "lookup.vacant.choose");
        }
        var until = read(worksUntil, LocalDate::parse, "worksUntil", errors);
        var visit = read(visitAt, text -> LocalDateTime.parse(text).atZone(zone).toInstant(), "visitAt", errors);
        var available = read(availableOn, LocalDate::parse, "availableOn", errors);
        return keys == null || stand == null
                ? null
                : new State(keys, stand, until, visit, words(nextTenant), available, words(note));
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static @Nullable String words(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static <E extends Enum<E>> @Nullable E one(E[] values, @Nullable String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static <T> @Nullable T read(
            @Nullable String text, Function<String, T> as, String field, Map<String, String> errors) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return as.apply(text.strip());
        } catch (DateTimeException e) {
            errors.put(field, "lookup.vacant.date");
            return null;
        }
    }
}
