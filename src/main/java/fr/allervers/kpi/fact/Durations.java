package fr.allervers.kpi.fact;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How durations are counted so that counts of many days, agencies and steps can be added up: {@link #BUCKETS} classes whose bounds
 * grow by half. The first class is below a minute, the last from about four hundred days on. A quantile read from it lies in the same class
 * as the exact one: it is given as the class's geometric middle, at most 23 % (√1.5) away, but for the first and the last class.
 */
public final class Durations {

    /** How many classes; {@code kpi_day} has a column for each. */
    public static final int BUCKETS = 36;

    private static final double GROWTH = 1.5;

    /** Seconds at which class 1, 2 … begin. */
    private static final long[] FROM = IntStream.range(0, BUCKETS - 1)
            .mapToLong(number -> (long) Math.ceil(60 * Math.pow(GROWTH, number)))
            .toArray();

    private final long[] counts;

    /** @param counts one for each class */
    public Durations(long[] counts) {
        if (counts.length != BUCKETS) {
            throw new IllegalArgumentException("A histogram has " + BUCKETS + " classes");
        }
        this.counts = counts.clone();
    }

    /** The class of a duration; one below nothing, by clocks that differ, is in the first. */
    public static int bucket(long seconds) {
        var low = 0;
        while (low < FROM.length && seconds >= FROM[low]) {
            low++;
        }
        return low;
    }

    /** Names of the columns, for SQL. */
    public static String column(int bucket) {
        return "h%02d".formatted(bucket);
    }

    public long count() {
        return IntStream.range(0, BUCKETS).mapToLong(bucket -> counts[bucket]).sum();
    }

    public Durations plus(Durations other) {
        return new Durations(IntStream.range(0, BUCKETS)
                .mapToLong(bucket -> counts[bucket] + other.counts[bucket])
                .toArray());
    }

    public Optional<Duration> median() {
        return quantile(0.5);
    }

    /** Nine in ten took no longer. */
    public Optional<Duration> ninetieth() {
        return quantile(0.9);
    }

    /** The duration below or at which this part of all lies; none of nothing. */
    Optional<Duration> quantile(double part) {
        var rank = Math.max(1, (long) Math.ceil(part * count()));
        var seen = 0L;
        for (var bucket = 0; bucket < BUCKETS; bucket++) {
            seen += counts[bucket];
            if (seen >= rank) {
                return Optional.of(Duration.ofSeconds(middle(bucket)));
            }
        }
        return Optional.empty();
    }

    private static long middle(int bucket) {
        if (bucket == 0) {
            return FROM[0] / 2;
        }
        return bucket == BUCKETS - 1
                ? FROM[bucket - 1]
                : Math.round(Math.sqrt((double) FROM[bucket - 1] * FROM[bucket]));
    }

    /** No durations at all. */
    public static Durations none() {
        return new Durations(new long[BUCKETS]);
    }
}
