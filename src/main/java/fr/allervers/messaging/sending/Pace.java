package fr.allervers.messaging.sending;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Spreads what leaves evenly over time, and stands still for a while when the centre asks for it: a second at first,
 * twice as long each time it asks again, half a minute at most.
 */
final class Pace {

    /** What a late wake-up may catch up on: short, or the centre sees a burst. */
    private static final long CATCH_UP = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long FIRST_PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(30);

    private final long apart;
    private long next = System.nanoTime();
    private long pause = FIRST_PAUSE;
    private long pausedUntil = next;

    /** @param perSecond 0 for no limit */
    Pace(double perSecond) {
        apart = perSecond <= 0 ? 0 : (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
    }

    /** Waits for its turn, and takes as many. */
    void take(int count) {
        var at = turn(count);
        for (var left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    private synchronized long turn(int count) {
        var now = System.nanoTime();
        var earliest = pausedUntil - now > 0 ? pausedUntil : now - CATCH_UP;
        if (next - earliest < 0) {
            next = earliest;
        }
        var mine = next;
        next += apart * count;
        return mine;
    }

    /** The centre wants less. Answers of one and the same burst count once. */
    synchronized void slowDown() {
        var now = System.nanoTime();
        if (pausedUntil - now > 0) {
            return;
        }
        pausedUntil = now + pause;
        pause = Math.min(pause * 2, LONGEST_PAUSE);
    }

    /** Whether the centre has asked for a pause that is not over. */
    synchronized boolean isPaused() {
        return pausedUntil - System.nanoTime() > 0;
    }

    /** The centre takes messages again. */
    synchronized void goOn() {
        if (pausedUntil - System.nanoTime() <= 0) {
            pause = FIRST_PAUSE;
        }
    }
}
