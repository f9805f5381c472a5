package fr.allervers.messaging.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static long millis(Runnable act) {
        var start = System.nanoTime();
        act.run();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    @Test
    void whatLeavesIsSpreadOverTime() {
        var pace = new Pace(100);
        assertThat(millis(() -> {
                    for (var n = 0; n < 51; n++) {
                        pace.take(1);
                    }
                }))
                .isBetween(440L, 2_000L);
    }

    @Test
    void aLongMessageCostsAsMuchAsItHasParts() {
        var pace = new Pace(100);
        assertThat(millis(() -> {
                    pace.take(30);
                    pace.take(1);
                }))
                .isBetween(240L, 2_000L);
    }

    @Test
    void withoutARateNothingWaits() {
        var pace = new Pace(0);
        assertThat(millis(() -> {
                    for (var n = 0; n < 10_000; n++) {
                        pace.take(1);
                    }
                }))
                .isLessThan(1_000L);
    }

    @Test
    void aRefusalForSpeedPausesEverythingAndABurstOfThemCountsOnce() throws Exception {
        var pace = new Pace(0);
        assertThat(pace.isPaused()).isFalse();
        for (var n = 0; n < 20; n++) {
            pace.slowDown();
        }
        assertThat(pace.isPaused()).isTrue();
        TimeUnit.MILLISECONDS.sleep(1_100);
        assertThat(pace.isPaused()).isFalse();
    }
}
