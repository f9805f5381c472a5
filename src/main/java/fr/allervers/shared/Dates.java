package fr.allervers.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Dates and times as people read them, in the landlord's zone and the reader's language. Templates call it {@code @dates}. */
@Component("dates")
public class Dates {

    private final Clock clock;

    Dates(Clock clock) {
        this.clock = clock;
    }

    /** « 22 nov. 2026 »; empty without a day. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "" : format("d MMM yyyy").format(day);
    }

    /** « mardi 24 novembre », with the year when it is another one. */
    public String weekday(LocalDate day) {
        return format(day.getYear() == LocalDate.now(clock).getYear() ? "EEEE d MMMM" : "EEEE d MMMM yyyy")
                .format(day);
    }

    /** « 22 nov. 2026 »; empty without a moment. */
    public String day(@Nullable Instant at) {
        return at == null ? "" : day(at.atZone(clock.getZone()).toLocalDate());
    }

    /** « 10 h 12 » in French, "10:12" in English. */
    public String time(@Nullable Instant at) {
        return at == null ? "" : format(french() ? "H 'h' mm" : "HH:mm").format(at.atZone(clock.getZone()));
    }

    /** « 22 nov., 10 h 12 », with the year when it is another one. */
    public String moment(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        var local = at.atZone(clock.getZone());
        var sameYear = local.getYear() == LocalDate.now(clock).getYear();
        return format(sameYear ? "d MMM" : "d MMM yyyy").format(local) + (french() ? ", " : ", ") + time(at);
    }

    /** How far a due moment is, short: « 40 min », « aujourd'hui », « demain », « jeu. 26 », « 12 déc. ». */
    public String due(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        var now = clock.instant();
        var minutes = Math.abs(ChronoUnit.MINUTES.between(now, at));
        if (minutes < 60) {
            return minutes + " min";
        }
        var days = ChronoUnit.DAYS.between(
                LocalDate.now(clock), at.atZone(clock.getZone()).toLocalDate());
        if (days == 0) {
            return french() ? "aujourd’hui" : "today";
        }
        if (days == 1) {
            return french() ? "demain" : "tomorrow";
        }
        if (days == -1) {
            return french() ? "hier" : "yesterday";
        }
        return format(days > 1 && days < 7 ? "EEE d" : "d MMM").format(at.atZone(clock.getZone()));
    }

    private static boolean french() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.FRENCH.getLanguage());
    }

    private static DateTimeFormatter format(String pattern) {
        return DayFormat.of(pattern, LocaleContextHolder.getLocale());
    }
}
