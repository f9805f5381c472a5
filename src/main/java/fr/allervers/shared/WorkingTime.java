package fr.allervers.shared;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/**
 * Counts working days and working hours: Monday to Friday, 9:00 to 12:00 and 14:00 to 17:00, French public holidays
 * left out, in the landlord's zone (Europe/Paris) whatever the daylight saving does.
 */
@Component
public class WorkingTime {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(14, 0);
    private static final LocalTime EVENING = LocalTime.of(17, 0);

    private final HolidayManager holidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE));

    /** Whether people work on this day. */
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    /** Whether this day is a public holiday in the whole of France. */
    public boolean isHoliday(LocalDate day) {
        return holidays.isHoliday(day);
    }

    /** This day if it is worked, else the next one that is. */
    public LocalDate nextWorkingDay(LocalDate day) {
        var next = day;
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The same time of day, {@code days} working days later; {@code days} is at least 1. */
    public Instant plusWorkingDays(Instant from, int days) {
        var at = from.atZone(PARIS);
        var day = at.toLocalDate();
        for (var left = days; left > 0; left--) {
            day = nextWorkingDay(day.plusDays(1));
        }
        return ZonedDateTime.of(day, at.toLocalTime(), PARIS).toInstant();
    }

    /** The moment at which {@code hours} working hours have passed since {@code from}; {@code hours} is at least 1. */
    public Instant plusWorkingHours(Instant from, int hours) {
        var at = from.atZone(PARIS);
        var left = Duration.ofHours(hours);
        while (true) {
            at = startOfWork(at);
            var end = at.with(at.toLocalTime().isBefore(NOON) ? NOON : EVENING);
            var available = Duration.between(at, end);
            if (left.compareTo(available) <= 0) {
                return at.plus(left).toInstant();
            }
            left = left.minus(available);
            at = end;
        }
    }

    private ZonedDateTime startOfWork(ZonedDateTime at) {
        var time = at.toLocalTime();
        if (!isWorkingDay(at.toLocalDate()) || !time.isBefore(EVENING)) {
            return ZonedDateTime.of(
                    nextWorkingDay(at.toLocalDate().plusDays(isWorkingDay(at.toLocalDate()) ? 1 : 0)), MORNING, PARIS);
        }
        if (time.isBefore(MORNING)) {
            return at.with(MORNING);
        }
        return !time.isBefore(NOON) && time.isBefore(AFTERNOON) ? at.with(AFTERNOON) : at;
    }
}
