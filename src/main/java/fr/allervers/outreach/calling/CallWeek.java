package fr.allervers.outreach.calling;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.springframework.stereotype.Component;

/** The ISO week in which capacities and figures are counted: from Monday, midnight, in the landlord's zone. */
@Component
class CallWeek {

    private final Clock clock;

    CallWeek(Clock clock) {
        this.clock = clock;
    }

    Instant start() {
        return monday().atStartOfDay(clock.getZone()).toInstant();
    }

    Instant end() {
        return monday().plusWeeks(1).atStartOfDay(clock.getZone()).toInstant();
    }

    private LocalDate monday() {
        return LocalDate.now(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
