package fr.allervers.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Power cuts in the middle of the erasure of somebody of whom much is kept: it is taken up where it stood, and done once. */
@Tag("night")
class ErasureCrashIT {

    private static final int KILLS = Integer.getInteger("kills", 1);
    /** Enough for every kill to come in the middle. */
    private static final int CALLS = 400 * KILLS;

    private static final String LEFT =
            "select count(*) from call_attempt a join household_call c on c.id = a.call_id where c.household_id = 1 and a.note is not null";

    private final Random random = new Random(17);

    @Test
    void whoIsErasedIsErasedWholeWhateverIsKilledAndNobodyElseIs() throws Exception {
        var ground = new Ground("crash_erasure");
        try (var first = start(ground)) {
            ground.register();
            ground.oldCalls();
            ground.manyCalls(1, CALLS);
            ground.person("nadia", "ADMINISTRATOR");
        }
        for (var kill = 0; kill < KILLS; kill++) {
            killedInMidErasure(ground, kill == 0);
        }
        try (var last = start(ground)) {
            await().atMost(Duration.ofMinutes(2)).until(() -> asked(ground, "DONE") + asked(ground, "HELD") == 1);
        }
        assertThat(ground.count(LEFT)).isZero();
        assertThat(ground.count("select count(*) from occupant where last_name = 'Nom1'"))
                .isZero();
        assertThat(ground.count("select count(*) from person_erasure")).isEqualTo(1);
        assertThat(ground.count("select sum(changed) from person_erasure_line where unit = 'call_attempt'"))
                .as("told by the erasure's report")
                .isEqualTo(CALLS + 1L);
        assertThat(ground.count("select count(*) from call_attempt where note is not null"))
                .as("other people's")
                .isEqualTo(Ground.HOUSEHOLDS - 1L);
    }

    private void killedInMidErasure(Ground ground, boolean asks) throws Exception {
        try (var node = start(ground)) {
            var before = ground.count(LEFT);
            if (asks) {
                var nadia = node.signIn("nadia");
                var token = nadia.token("/donnees-personnelles/personnes/tenant/1");
                nadia.begin(nadia.form(
                        "/donnees-personnelles/personnes/tenant/1/effacement",
                        Map.of("motif", "REQUEST", "confirme", "true"),
                        token));
            }
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> ground.count(LEFT) < before);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
            node.kill();
        }
        assertThat(ground.count(LEFT)).as("killed in the middle").isPositive();
        assertThat(asked(ground, "RUNNING")).isEqualTo(1);
    }

    private static long asked(Ground ground, String state) {
        return ground.count("select count(*) from person_erasure where state = '" + state + "'");
    }

    /** Some rows at a time, so that a kill comes between. */
    private static Node start(Ground ground) throws Exception {
        return ground.start("--allervers.privacy.chunk=2", "--allervers.privacy.erasure-delay=PT1S");
    }
}
