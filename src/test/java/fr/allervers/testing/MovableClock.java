package fr.allervers.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The tests' clock: it stands still until moved, and the engine follows it. */
public final class MovableClock extends Clock {

    /** A Tuesday, 10:00 in Paris, outside school holidays and daylight-saving changes. */
    public static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Instant now = START;

    public MovableClock() {
        set(START);
    }

    public void set(Instant instant) {
        now = instant;
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    public void advance(Duration by) {
        set(now.plus(by));
    }

    public void reset() {
        set(START);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return PARIS;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
