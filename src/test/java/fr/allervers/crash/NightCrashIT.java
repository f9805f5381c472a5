package fr.allervers.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Power cuts in the middle of the night in which cases of unpaid rent are opened, and old calls are forgotten. */
class NightCrashIT {

    private static final int KILLS = Integer.getInteger("kills", 1);

    @Test
    void everyLeaseInDebtHasExactlyOneCaseWhateverIsKilled() throws Exception {
        var ground = new Ground("crash_night");
        try (var first = ground.start("--allervers.work.enabled=false")) {
            ground.register();
        }
        ground.leases();
        ground.owing();
        ground.oldCalls();
        var random = new Random(20204);

        for (var kill = 0; kill < KILLS; kill++) {
            try (var node = start(ground)) {
                var before = progress(ground);
                await().pollInterval(Duration.ofMillis(5))
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> progress(ground) > before || started(ground) == Ground.HOUSEHOLDS);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
                node.kill();
            }
            assertThat(running(ground))
                    .as("processes and started rows after a kill")
                    .isEqualTo(started(ground));
        }
        try (var last = start(ground)) {
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> started(ground) == Ground.HOUSEHOLDS
                            && ground.count("select count(*) from arrears_night where ended_at is null") == 0
                            && ground.count("select count(*) from purge_night where ended_at is not null") > 0);
        }
        everyOldCallIsForgottenOnce(ground);

        assertThat(ground.count("select count(*) from arrears_case")).isEqualTo(Ground.HOUSEHOLDS);
        assertThat(ground.count("select count(distinct lease_id) from arrears_case"))
                .isEqualTo(Ground.HOUSEHOLDS);
        assertThat(running(ground)).isEqualTo(Ground.HOUSEHOLDS);
        assertThat(
                        ground.count(
                                "select count(distinct BUSINESS_KEY_) from ACT_RU_EXECUTION where PARENT_ID_ is null and PROC_DEF_KEY_ = 'unpaid-rent-prevention'"))
                .isEqualTo(Ground.HOUSEHOLDS);
        assertThat(ground.count("select max(seen) from arrears_night"))
                .as("accounts looked at in one night, each once")
                .isEqualTo(Ground.HOUSEHOLDS);
        assertThat(
                        ground.count(
                                "select count(*) from timeline_entry where case_kind = 'unpaid-rent-prevention' and kind = 'DECISION'"))
                .as("openings told")
                .isEqualTo(Ground.HOUSEHOLDS);
    }

    private static void everyOldCallIsForgottenOnce(Ground ground) {
        assertThat(ground.count("select count(*) from call_attempt where note is not null"))
                .isZero();
        assertThat(ground.count("select count(*) from household_call where household_id is not null"))
                .isZero();
        for (var unit : List.of("call_attempt", "household_call")) {
            assertThat(ground.count("select sum(changed) from purge_line where unit = '" + unit + "'"))
                    .as("told by the nights' report: " + unit)
                    .isEqualTo(Ground.HOUSEHOLDS);
        }
        assertThat(ground.count("select count(*) from household_call where grade = 'GREEN'"))
                .as("for the figures")
                .isEqualTo(Ground.HOUSEHOLDS);
    }

    private static Node start(Ground ground) throws Exception {
        return ground.start(
                "--allervers.arrears.night-from=00:00",
                "--allervers.arrears.night-delay=PT1S",
                "--allervers.arrears.watch-delay=PT1S",
                "--allervers.arrears.slice=500",
                "--allervers.privacy.night-from=00:00",
                "--allervers.privacy.night-until=23:59:59",
                "--allervers.privacy.night-delay=PT1S",
                "--allervers.privacy.chunk=20");
    }

    /** How many are listed, and how many of them started. */
    private static long progress(Ground ground) {
        return ground.count("select count(*) from arrears_case") + started(ground);
    }

    private static long started(Ground ground) {
        return ground.count("select count(*) from arrears_case where launch = 'STARTED'");
    }

    private static long running(Ground ground) {
        return ground.count(
                "select count(*) from ACT_RU_EXECUTION where PARENT_ID_ is null and PROC_DEF_KEY_ = 'unpaid-rent-prevention'");
    }
}
