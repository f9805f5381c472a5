package fr.allervers.kpi.figure;

import fr.allervers.kpi.fact.Durations;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was read for a figure.
 *
 * @param part how many it counts
 * @param whole of how many
 * @param amount added up over the part: cents, attempts
 * @param times of the part, where it takes time
 */
public record Reading(long part, long whole, long amount, Durations times) {

    static final Reading NOTHING = new Reading(0, 0, 0, Durations.none());

    Reading plus(Reading other) {
        return new Reading(part + other.part, whole + other.whole, amount + other.amount, times.plus(other.times));
    }

    /** Its value: percent, a number, hours, euros; none where there is nothing to tell of. */
    public OptionalDouble value(Figure.Kind kind) {
        return switch (kind) {
            case SHARE -> whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * part / whole);
            case COUNT, STOCK -> OptionalDouble.of(part);
            case MEDIAN -> hours(times.median());
            case MEAN -> part == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) amount / part);
            case EUROS, STOCK_EUROS -> OptionalDouble.of(amount / 100.0);
        };
    }

    private static OptionalDouble hours(Optional<Duration> time) {
        return time.map(found -> OptionalDouble.of(found.toSeconds() / 3600.0)).orElse(OptionalDouble.empty());
    }
}
