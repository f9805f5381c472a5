package fr.allervers.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.allervers.testing.SmppCentre;
import fr.allervers.testing.SmppCentre.Reaction;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two nodes vote, write to tenants and read a register in, while one or the other is killed again and again. Whoever sent
 * a ballot and was not told that it is kept sends it again, to the other node.
 */
@Tag("night")
class TwoNodesAtWorkIT {

    private static final int KILLS = Integer.getInteger("kills", 2);
    private static final int MESSAGES = 1_000;
    private static final int LINES = 4_000;
    private static final int ITEMS = 200;
    private static final Duration BETWEEN_BALLOTS = Duration.ofMillis(100);

    private final Ground ground = new Ground("two_at_work");
    private final OpenVotes votes = new OpenVotes(ground, ITEMS, 7);
    private final Node[] nodes = new Node[2];

    @Test
    void ballotsMessagesAndImportsOutliveEitherNode() throws Exception {
        try (var centre = new SmppCentre(one -> Reaction.TAKE)) {
            var settings = Ground.smpp(centre, 20);
            nodes[0] = ground.start(settings);
            nodes[1] = ground.start(settings);
            var threads = Executors.newFixedThreadPool(votes.voters().size());
            try {
                votes.open();
                ground.messages("at-work", MESSAGES);
                imports();
                var voting = votes.voters().stream()
                        .map(voter -> threads.submit(() -> vote(voter)))
                        .toList();
                killAgainAndAgain(settings, voting);
                for (var voter : voting) {
                    assertThat(voter.get(5, TimeUnit.MINUTES)).isEqualTo(ITEMS);
                }
                ground.sentLongAgo();
                await().atMost(Duration.ofMinutes(3)).until(this::allIsDone);
            } finally {
                threads.shutdownNow();
                nodes[0].close();
                nodes[1].close();
            }
            assertThat(centre.taken().values())
                    .allSatisfy(times -> assertThat(times.get()).isOne());
            assertThat(ground.messagesIn("SENT") + ground.messagesIn("DELIVERED") + ground.messagesIn("UNKNOWN"))
                    .isEqualTo(MESSAGES);
        }
        votes.assertWhole();
        assertThat(ground.count("select count(*) from occupant")).isEqualTo(LINES);
        assertThat(ground.count("select count(*) from phone")).isEqualTo(LINES);
        assertThat(ground.count("select created + updated + unchanged + rejected from register_import"))
                .isEqualTo(LINES);
    }

    private void imports() throws Exception {
        ground.person("nadia", "ADMINISTRATOR");
        var nadia = nodes[0].signIn("nadia");
        var answer = nadia.postFile(
                "/api/v1/register-imports", RegisterLines.of(LINES), "text/csv", nadia.token("/registre"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private void killAgainAndAgain(String[] settings, List<Future<Integer>> voting) throws Exception {
        var random = new Random(20263);
        for (var kill = 0; kill < KILLS; kill++) {
            var before = ground.count("select count(*) from ballot");
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> ground.count("select count(*) from ballot") > before
                            || voting.stream().allMatch(Future::isDone));
            TimeUnit.MILLISECONDS.sleep(random.nextInt(1_000));
            var lost = random.nextInt(2);
            nodes[lost].kill();
            nodes[lost] = ground.start(settings);
        }
    }

    /** Abstains on every item, each ballot under a name of its own, until the page says that it is kept. */
    private int vote(String voter) throws Exception {
        var person = nodes[0].signIn(voter);
        var token = person.token("/accessibilite");
        var kept = 0;
        for (var item : votes.items()) {
            var ballot = Map.of("cle", UUID.randomUUID().toString(), "blanc", "1");
            for (var to = 0; !isKept(person, to % 2, item, ballot, token); to++) {
                assertThat(to).as("tries of one ballot").isLessThan(200);
                TimeUnit.MILLISECONDS.sleep(200);
            }
            kept++;
            TimeUnit.MILLISECONDS.sleep(BETWEEN_BALLOTS.toMillis());
        }
        return kept;
    }

    private boolean isKept(Node.Person person, int node, long item, Map<String, String> ballot, String token)
            throws InterruptedException {
        try {
            var at = person.on(nodes[node]);
            var status = at.answer(at.form("/commissions/points/" + item + "/bulletin", ballot, token));
            assertThat(status).as("a ballot is kept, or nobody knows").isIn(302, 303, 500, 503);
            return status < 400;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean allIsDone() {
        return ground.count("select count(*) from register_import where state = 'DONE'") == 1
                && ground.messagesIn("QUEUED") + ground.messagesIn("SENDING") == 0;
    }
}
