package fr.allervers.messaging.mailing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Predicate;

/**
 * When informative messages may leave: from the opening time (included) to the closing time (excluded), never on a
 * Sunday or a public holiday. The French charter (af2m, 2026) allows 08:00 to 21:30; we leave Sundays in peace as well.
 *
 * @param holiday whether a day is a public holiday
 */
record QuietHoursPolicy(LocalTime opens, LocalTime closes, Predicate<LocalDate> holiday) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    QuietHoursPolicy {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("Messages may leave from " + opens + " to " + closes);
        }
    }

    /** The moment itself when messages may leave then, else the next opening. */
    Instant allowedFrom(Instant wanted) {
        var at = wanted.atZone(PARIS);
        var day = at.toLocalDate();
        if (isOpen(day) && at.toLocalTime().isBefore(opens)) {
            return opening(day);
        }
        if (isOpen(day) && at.toLocalTime().isBefore(closes)) {
            return wanted;
        }
        do {
            day = day.plusDays(1);
        } while (!isOpen(day));
        return opening(day);
    }

    boolean allows(Instant at) {
        return allowedFrom(at).equals(at);
    }

    private boolean isOpen(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !holiday.test(day);
    }

    private Instant opening(LocalDate day) {
        return day.atTime(opens).atZone(PARIS).toInstant();
    }
}
