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
            var settings = new String[] {
                "--allervers.sms.gateway=smpp",
                "--allervers.sms.per-second=250",
                "--allervers.sms.smpp.host=127.0.0.1",
                "--allervers.sms.smpp.port=" + centre.port(),
                "--allervers.sms.smpp.system-id=allervers",
                "--allervers.sms.smpp.password=secret",
                "--allervers.sms.smpp.window=20"
            };
            try (var first = ground.start(settings)) {
                put(ground);
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
                // Five minutes later, without waiting for them.
                ground.jdbc
                        .sql(
                                "update outbox_message set sending_since = sending_since - interval 10 minute where state = 'SENDING'")
                        .update();
            }
            try (var last = ground.start(settings)) {
                await().atMost(Duration.ofMinutes(3))
                        .until(() -> in(ground, "QUEUED") == 0
                                && in(ground, "SENDING") == 0
                                && in(ground, "DELIVERED") == centre.takenInAll());
            }

            assertThat(centre.taken().values())
                    .allSatisfy(times -> assertThat(times.get()).isOne());
            assertThat(in(ground, "DELIVERED")).isGreaterThan(MESSAGES / 2);
            assertThat(in(ground, "DELIVERED") + in(ground, "UNKNOWN")).isEqualTo(MESSAGES);
            assertThat(in(ground, "UNKNOWN")).isEqualTo(MESSAGES - centre.takenInAll());
        }
    }

    private static void put(Ground ground) {
        ground.jdbc.sql("""
                insert into outbox_message (dedupe_key, case_kind, case_id, channel, recipient, body, encoding, state, next_attempt_at, created_at)
                select concat('crash ', seq), 'mass-message', 1, 'SMS', concat('+3363998', lpad(seq, 5, '0')), 'Coupure d''eau demain', 'GSM7', 'QUEUED', now(3), now(3)
                  from seq_1_to_%d
                """.formatted(MESSAGES)).update();
    }

    private static long in(Ground ground, String state) {
        return ground.count("select count(*) from outbox_message where state = '" + state + "'");
    }
}
