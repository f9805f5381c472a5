package fr.allervers.outreach.calling;

import fr.allervers.shared.WorkingTime;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/** When households may be called: Monday to Saturday, 9:00 to 19:00, not on public holidays, in the landlord's zone. */
@Component
class CallWindows {

    /** The part of a day in which somebody who did not answer is tried again. */
    enum Slot {
        MORNING(9, 12),
        AFTERNOON(14, 17),
        EVENING(17, 19),
        ANY(9, 19);

        private final LocalTime from;
        private final LocalTime to;

        Slot(int from, int to) {
            this.from = LocalTime.of(from, 0);
            this.to = LocalTime.of(to, 0);
        }
    }

    private final WorkingTime workingTime;
    private final Clock clock;

    CallWindows(WorkingTime workingTime, Clock clock) {
        this.workingTime = workingTime;
        this.clock = clock;
    }

    boolean contains(Instant at) {
        var local = at.atZone(clock.getZone());
        return isCallingDay(local.toLocalDate())
                && !local.toLocalTime().isBefore(Slot.ANY.from)
                && !local.toLocalTime().isAfter(Slot.ANY.to);
    }

    /** The first moment in such a slot that is not before {@code from}. */
    Instant next(Instant from, Slot slot) {
        var at = from.atZone(clock.getZone());
        if (isCallingDay(at.toLocalDate())) {
            if (at.toLocalTime().isBefore(slot.from)) {
                return moment(at.toLocalDate(), slot);
            }
            if (at.toLocalTime().isBefore(slot.to)) {
                return from;
            }
        }
        var day = at.toLocalDate().plusDays(1);
        while (!isCallingDay(day)) {
            day = day.plusDays(1);
        }
        return moment(day, slot);
    }

    private Instant moment(LocalDate day, Slot slot) {
        return ZonedDateTime.of(day, slot.from, clock.getZone()).toInstant();
    }

    private boolean isCallingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !workingTime.isHoliday(day);
    }
}
