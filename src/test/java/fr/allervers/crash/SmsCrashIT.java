package fr.allervers.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.allervers.testing.SmppCentre;
import fr.allervers.testing.SmppCentre.Reaction;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Power cuts while SMS leave. The centre lives on: it knows what it was given. */
class SmsCrashIT {

    private static final int KILLS = Integer.getInteger("kills", 1);
    private static final int MESSAGES = 3_000;

    @Test
    void eachNumberIsWrittenToAtMostOnceAndTheReportAddsUpWhateverIsKilled() throws Exception {
        var ground = new Ground("crash_sms");
        try (var centre = new SmppCentre(one -> Reaction.TAKE)) {
            var settings = Ground.smpp(centre, 250);
            try (var first = ground.start(settings)) {
                ground.messages("crash", MESSAGES);
            }
            var random = new Random(20204);
            for (var kill = 0; kill < KILLS; kill++) {
                try (var node = ground.start(settings)) {
                    var before = centre.takenInAll();
                    await().pollInterval(Duration.ofMillis(5))
                            .atMost(Duration.ofMinutes(1))
                            .until(() -> centre.takenInAll() > before);
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(1_500));
                    node.kill();
                }
                ground.sentLongAgo();
            }
            try (var last = ground.start(settings)) {
                await().atMost(Duration.ofMinutes(3))
                        .until(() -> ground.messagesIn("QUEUED") == 0
                                && ground.messagesIn("SENDING") == 0
                                && ground.messagesIn("DELIVERED") == centre.takenInAll());
            }

            assertThat(centre.taken().values())
                    .allSatisfy(times -> assertThat(times.get()).isOne());
            assertThat(ground.messagesIn("DELIVERED")).isGreaterThan(MESSAGES / 2);
            assertThat(ground.messagesIn("DELIVERED") + ground.messagesIn("UNKNOWN"))
                    .isEqualTo(MESSAGES);
            assertThat(ground.messagesIn("UNKNOWN")).isEqualTo(MESSAGES - centre.takenInAll());
        }
    }
}
