package fr.allervers.arrears.plan;

import fr.allervers.arrears.plan.Allocation.Paid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a signed plan stands at a moment, and when to look again. Days begin at the hour at which people are written to, in
 * Europe/Paris.
 *
 * @param turn what is to be done now
 * @param of the instalment that it is about
 * @param nextAt the next moment at which time alone changes something, always after now
 */
record PlanCourse(Turn turn, @Nullable Paid of, Optional<Instant> nextAt) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** What is to be done. */
    enum Turn {
        WAIT,
        REMIND,
        MISSED,
        KEPT
    }

    /**
     * How much time is given.
     *
     * @param toleranceDays an instalment may come so many days late
     * @param reminderDays people are reminded so many days before
     * @param hour of the day
     * @param patienceUntil nothing is missed up to this day, included
     */
    record Times(
            int toleranceDays,
            int reminderDays,
            int hour,
            @Nullable LocalDate patienceUntil) {

        Instant remindAt(Instalment of) {
            return at(of.dueOn().minusDays(reminderDays));
        }

        /** No reminder once the day has come. */
        Instant remindUntil(Instalment of) {
            return of.dueOn().atStartOfDay(PARIS).toInstant();
        }

        Instant missedAt(Instalment of) {
            var tolerated = of.dueOn().plusDays(toleranceDays);
            var last = patienceUntil != null && patienceUntil.isAfter(tolerated) ? patienceUntil : tolerated;
            return at(last.plusDays(1));
        }

        private Instant at(LocalDate day) {
            return day.atTime(hour, 0).atZone(PARIS).toInstant();
        }
    }

    /**
     * @param reminded numbers of the instalments that were reminded of
     */
    static PlanCourse at(Instant now, List<Paid> instalments, Set<Integer> reminded, Times times) {
        var open = instalments.stream().filter(paid -> !paid.isWhole()).toList();
        if (open.isEmpty()) {
            return new PlanCourse(Turn.KEPT, null, Optional.empty());
        }
        var nextAt = open.stream()
                .flatMap(paid -> moments(paid.instalment(), reminded, times))
                .filter(moment -> moment.isAfter(now))
                .min(Instant::compareTo);
        var missed = open.stream()
                .filter(paid -> !times.missedAt(paid.instalment()).isAfter(now))
                .findFirst();
        if (missed.isPresent()) {
            return new PlanCourse(Turn.MISSED, missed.get(), nextAt);
        }
        return open.stream()
                .filter(paid -> !reminded.contains(paid.instalment().number()))
                .filter(paid -> !times.remindAt(paid.instalment()).isAfter(now)
                        && times.remindUntil(paid.instalment()).isAfter(now))
                .findFirst()
                .map(paid -> new PlanCourse(Turn.REMIND, paid, nextAt))
                .orElseGet(() -> new PlanCourse(Turn.WAIT, null, nextAt));
    }

    private static Stream<Instant> moments(Instalment of, Set<Integer> reminded, Times times) {
        return reminded.contains(of.number())
                ? Stream.of(times.missedAt(of))
                : Stream.of(times.remindAt(of), times.missedAt(of));
    }
}
