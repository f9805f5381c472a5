package fr.allervers.kpi.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Histograms of durations. */
class DurationsTest {

    @Test
    void classesBeginWhereTheOneBeforeEnds() {
        assertThat(Durations.bucket(-5)).isZero();
        assertThat(Durations.bucket(59)).isZero();
        assertThat(Durations.bucket(60)).isOne();
        assertThat(Durations.bucket(89)).isOne();
        assertThat(Durations.bucket(90)).isEqualTo(2);
        assertThat(Durations.bucket(Long.MAX_VALUE)).isEqualTo(Durations.BUCKETS - 1);
    }

    @Test
    void medianAndNinetiethAreWithinTheStatedBound() {
        var random = new Random(7);
        for (var round = 0; round < 200; round++) {
            var times = random.longs(1 + random.nextInt(300), 60, 60L * 60 * 24 * 200)
                    .toArray();
            var histogram = Durations.none();
            for (var time : times) {
                histogram = histogram.plus(one(time));
            }
            Arrays.sort(times);
            within(histogram.median().orElseThrow().toSeconds(), times[(times.length + 1) / 2 - 1]);
            within(histogram.ninetieth().orElseThrow().toSeconds(), times[(int) Math.ceil(times.length * 0.9) - 1]);
        }
    }

    @Test
    void ofNothingThereIsNoMedian() {
        assertThat(Durations.none().median()).isEmpty();
        assertThat(Durations.none().count()).isZero();
    }

    private static void within(long shown, long exact) {
        assertThat((double) shown / exact).isBetween(1 / 1.23, 1.23);
    }

    private static Durations one(long seconds) {
        var counts = new long[Durations.BUCKETS];
        counts[Durations.bucket(seconds)] = 1;
        return new Durations(counts);
    }
}
