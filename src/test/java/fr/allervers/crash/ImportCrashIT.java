package fr.allervers.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.allervers.testing.S3Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Power cuts in the middle of a register import, whose file lies in a bucket: the last node is on another machine. */
class ImportCrashIT {

    private static final int KILLS = Integer.getInteger("kills", 1);
    private static final int LINES = 30_000;

    @Test
    void everyLineIsWrittenOnceWhateverIsKilled() throws Exception {
        var ground = new Ground("crash_import");
        var random = new Random(20202);
        var bucket = S3Server.shared().settings("crash-import");
        try (var node = ground.start(bucket)) {
            ground.person("nadia", "ADMINISTRATOR");
            var nadia = node.signIn("nadia");
            var answer = nadia.postFile(
                    "/api/v1/register-imports", RegisterLines.of(LINES), "text/csv", nadia.token("/registre"));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            killWhileItRuns(ground, node, random);
        }
        for (var kill = 1; kill < KILLS; kill++) {
            try (var node = ground.start(bucket)) {
                killWhileItRuns(ground, node, random);
            }
        }
        try (var last = Node.start(ground.url, Path.of("target", "crash_import-another-machine"), bucket)) {
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> ground.count("select count(*) from register_import where state = 'DONE'") == 1);
        }

        assertThat(ground.count("select count(*) from occupant")).isEqualTo(LINES);
        assertThat(ground.count("select count(*) from household")).isEqualTo(LINES);
        assertThat(ground.count("select count(*) from lease")).isEqualTo(LINES);
        assertThat(ground.count("select count(*) from phone")).isEqualTo(LINES);
        assertThat(ground.count("select lines_done from register_import")).isEqualTo(LINES);
        assertThat(ground.count("select created + updated + unchanged + rejected from register_import"))
                .isEqualTo(LINES);
    }

    private static void killWhileItRuns(Ground ground, Node node, Random random) throws InterruptedException {
        var before = linesDone(ground);
        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMinutes(2))
                .until(() -> linesDone(ground) > before || before == LINES);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
        node.kill();
    }

    private static long linesDone(Ground ground) {
        return ground.count("select coalesce(max(lines_done), 0) from register_import");
    }
}
