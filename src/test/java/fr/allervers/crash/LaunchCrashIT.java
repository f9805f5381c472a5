package fr.allervers.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Power cuts in the middle of a launch. */
@Tag("night") // TwoNodesIT kills launches in every build.
class LaunchCrashIT {

    private static final int KILLS = Integer.getInteger("kills", 1);

    @Test
    void everyHouseholdHasExactlyOneCaseWhateverIsKilled() throws Exception {
        var ground = new Ground("crash_launch");
        try (var first = ground.start()) {
            ground.register();
        }
        ground.listedCampaign();
        var random = new Random(20201);

        for (var kill = 0; kill < KILLS; kill++) {
            try (var node = ground.start()) {
                var before = started(ground);
                await().pollInterval(Duration.ofMillis(5))
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> started(ground) > before || before == Ground.HOUSEHOLDS);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
                node.kill();
            }
            assertThat(cases(ground)).as("cases and started rows after a kill").isEqualTo(started(ground));
        }
        try (var last = ground.start()) {
            await().atMost(Duration.ofMinutes(2)).until(() -> started(ground) == Ground.HOUSEHOLDS);
        }

        assertThat(cases(ground)).isEqualTo(Ground.HOUSEHOLDS);
        assertThat(ground.count("select count(distinct BUSINESS_KEY_) from ACT_RU_EXECUTION where PARENT_ID_ is null"))
                .isEqualTo(Ground.HOUSEHOLDS);
        assertThat(ground.count("select count(*) from inbox_item where case_kind = 'household-call'"))
                .isEqualTo(Ground.HOUSEHOLDS);
        assertThat(ground.count("select count(distinct case_id) from inbox_item where case_kind = 'household-call'"))
                .isEqualTo(Ground.HOUSEHOLDS);
    }

    private static long started(Ground ground) {
        return ground.count("select count(*) from household_call where state <> 'LISTED'");
    }

    private static long cases(Ground ground) {
        return ground.count(
                "select count(*) from ACT_RU_EXECUTION where PARENT_ID_ is null and PROC_DEF_KEY_ = 'household-call'");
    }
}
