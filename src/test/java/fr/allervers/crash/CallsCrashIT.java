package fr.allervers.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Power cuts while four callers call. What the page said was kept is kept; what it could not say is sent again. */
class CallsCrashIT {

    private static final int KILLS = Integer.getInteger("kills", 1);

    private final Callers callers = new Callers();

    @Test
    void noCallIsLostNorCountedTwiceWhateverIsKilled() throws Exception {
        var ground = new Ground("crash_calls");
        try (var first = ground.start()) {
            ground.register();
            Callers.NAMES.forEach(caller -> ground.person(caller, "CALLER"));
            ground.listedCampaign();
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> ground.count("select count(*) from household_call where state = 'LISTED'") == 0);
        }
        var random = new Random(20203);
        for (var kill = 0; kill < KILLS; kill++) {
            try (var node = ground.start()) {
                callUntilKilled(node, 1500 + random.nextInt(2000));
            }
            assertThat(Callers.inconsistencies(ground)).as("after a kill").isZero();
        }
        assertThat(callers.answered).hasSizeGreaterThan(KILLS);
        try (var last = ground.start()) {
            callers.settle(last, ground);
        }
    }

    private void callUntilKilled(Node node, int millis) throws Exception {
        var killed = new AtomicBoolean();
        var pool = Executors.newFixedThreadPool(Callers.NAMES.size());
        try {
            for (var caller : Callers.NAMES) {
                var person = node.signIn(caller);
                pool.submit(() -> {
                    while (!killed.get()) {
                        callers.callOne(person, caller);
                    }
                    return null;
                });
            }
            // A machine that is busy with other things answers the first call late.
            var before = callers.answered.size();
            await().atMost(Duration.ofMinutes(2)).until(() -> callers.answered.size() > before + 1);
            TimeUnit.MILLISECONDS.sleep(millis);
            node.kill();
        } finally {
            killed.set(true);
            pool.shutdown();
            assertThat(pool.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        }
    }
}
