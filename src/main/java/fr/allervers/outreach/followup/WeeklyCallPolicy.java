package fr.allervers.outreach.followup;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** When a weekly call takes place: the same day and the same time on the tenant's clock, also when clocks change. */
record WeeklyCallPolicy(DayOfWeek day, LocalTime time, ZoneId zone) {

    private static final LocalTime EARLIEST = LocalTime.of(8, 0);
    private static final LocalTime LATEST = LocalTime.of(20, 0);

    /** Whether people are called at this time of day: from 8:00 to 20:00. */
    static boolean isDecent(LocalTime time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    }

    /** The first call: on a later day than the one on which it was agreed. */
    Instant first(Instant agreedAt) {
        var day = agreedAt.atZone(zone).toLocalDate().plusDays(1).with(TemporalAdjusters.nextOrSame(day()));
        return ZonedDateTime.of(day, time, zone).toInstant();
    }

    /** The call after this one; weeks that have gone by meanwhile are left out. */
    Instant next(Instant scheduled, Instant now) {
        var next = ZonedDateTime.of(scheduled.atZone(zone).toLocalDate().plusWeeks(1), time, zone);
        while (!next.toInstant().isAfter(now)) {
            next = ZonedDateTime.of(next.toLocalDate().plusWeeks(1), time, zone);
        }
        return next.toInstant();
    }
}
