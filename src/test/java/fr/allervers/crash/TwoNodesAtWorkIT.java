package fr.allervers.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.allervers.testing.KeycloakServer;
import fr.allervers.testing.SmppCentre;
import fr.allervers.testing.SmppCentre.Reaction;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two nodes as they are packaged, with one Keycloak, vote, write to tenants, read registers in and launch campaigns, while
 * one or the other is killed again and again; before each kill there is more to do. Whoever sent a ballot and was not told
 * that it is kept sends it again, to the other node.
 */
@Tag("night")
class TwoNodesAtWorkIT {

    private static final int KILLS = Integer.getInteger("kills", 2);
    private static final int ITEMS = 200;

    /** What comes before each kill. */
    private static final int MESSAGES = 300;

    private static final int LINES = 200;
    private static final int CALLS = 150;

    /** So that voters are at it until the last kill. */
    private static final Duration BETWEEN_BALLOTS = Duration.ofMillis(120L * KILLS);

    private final Ground ground = new Ground("two_at_work");
    private final OpenVotes votes = new OpenVotes(ground, ITEMS, 7);
    private final int[] ports = new int[2];
    private final Node[] nodes = new Node[2];
    private KeycloakServer keycloak;

    @Test
    void ballotsMessagesImportsAndLaunchesOutliveEitherNode() throws Exception {
        ports[0] = KeycloakServer.freePort();
        ports[1] = KeycloakServer.freePort();
        keycloak = KeycloakServer.of("http://localhost:" + ports[0], "http://localhost:" + ports[1]);
        try (var centre = new SmppCentre(one -> Reaction.TAKE)) {
            var settings = settings(centre);
            start(0, settings);
            start(1, settings);
            var threads = Executors.newFixedThreadPool(votes.voters().size());
            try {
                votes.open();
                var voting = signedIn().stream()
                        .map(voter -> threads.submit(() -> vote(voter)))
                        .toList();
                killAgainAndAgain(settings, voting);
                for (var voter : voting) {
                    assertThat(voter.get(5, TimeUnit.MINUTES)).isEqualTo(ITEMS);
                }
                ground.sentLongAgo();
                await().atMost(Duration.ofMinutes(5)).until(this::allIsDone);
            } finally {
                threads.shutdownNow();
                nodes[0].close();
                nodes[1].close();
            }
            assertThat(centre.taken().values())
                    .allSatisfy(times -> assertThat(times.get()).isOne());
        }
        assertThat(ground.messagesIn("SENT") + ground.messagesIn("DELIVERED") + ground.messagesIn("UNKNOWN"))
                .isEqualTo(KILLS * MESSAGES);
        votes.assertWhole();
        assertReadInOnce();
        assertLaunchedOnce();
    }

    private String[] settings(SmppCentre centre) {
        return Stream.concat(
                        Arrays.stream(Ground.smpp(centre, 20)),
                        Stream.of(
                                "--allervers.sign-in.issuer=" + keycloak.issuer(),
                                "--allervers.sign-in.client-secret=" + KeycloakServer.CLIENT_SECRET))
                .toArray(String[]::new);
    }

    private void start(int node, String[] settings) throws Exception {
        nodes[node] = Node.packaged(ports[node], ground.url, ground.documents, settings);
        nodes[node].awaitHealth();
    }

    /** The voters, each with a password and a telephone. */
    private List<Node.Person> signedIn() throws Exception {
        var people = new ArrayList<Node.Person>();
        for (var voter : votes.voters()) {
            keycloak.add(voter, voter, "Electeur", "/roles/committee-member", "/agences/toutes");
            var person = nodes[0].visitor(new CookieManager());
            assertThat(person.signInAtKeycloak(voter).uri().getPort()).isEqualTo(ports[0]);
            people.add(person);
        }
        return people;
    }

    private void killAgainAndAgain(String[] settings, List<Future<Integer>> voting) throws Exception {
        var random = new Random(20263);
        for (var kill = 0; kill < KILLS; kill++) {
            ground.messages("at-work-" + kill, kill * MESSAGES + 1, (kill + 1) * MESSAGES);
            register(random.nextInt(2), (kill + 1) * LINES);
            ground.listedCampaign(kill + 1, CALLS);
            var before = ground.count("select count(*) from ballot");
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> ground.count("select count(*) from ballot") > before
                            || voting.stream().allMatch(Future::isDone));
            TimeUnit.MILLISECONDS.sleep(random.nextInt(2_000));
            var lost = random.nextInt(2);
            nodes[lost].kill();
            start(lost, settings);
        }
    }

    /** The ERP sends its whole register, which has grown. */
    private void register(int node, int lines) throws Exception {
        var erp = nodes[node].visitor(new CookieManager());
        var answer = erp.send(erp.request("/api/v1/register-imports")
                .header("Authorization", "Bearer " + keycloak.erpToken("register"))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofByteArray(RegisterLines.of(lines)))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private boolean allIsDone() {
        return ground.count("select count(*) from register_import where state = 'DONE'") == KILLS
                && ground.messagesIn("QUEUED") + ground.messagesIn("SENDING") == 0
                && ground.count("select count(*) from household_call where state = 'LISTED'") == 0;
    }

    private void assertReadInOnce() {
        assertThat(ground.count("select count(*) from occupant")).isEqualTo(KILLS * LINES);
        assertThat(ground.count("select count(*) from phone")).isEqualTo(KILLS * LINES);
        assertThat(ground.count("select sum(created) from register_import")).isEqualTo(KILLS * LINES);
    }

    private void assertLaunchedOnce() {
        var calls = ground.count("select count(*) from household_call");
        assertThat(calls).isPositive();
        for (var once : new String[] {
            "select count(*) from ACT_RU_EXECUTION where PARENT_ID_ is null and PROC_DEF_KEY_ = 'household-call'",
            "select count(distinct BUSINESS_KEY_) from ACT_RU_EXECUTION where PARENT_ID_ is null and PROC_DEF_KEY_ ="
                    + " 'household-call'",
            "select count(distinct case_id) from inbox_item where case_kind = 'household-call'",
            "select count(*) from inbox_item where case_kind = 'household-call'"
        }) {
            assertThat(ground.count(once)).as(once).isEqualTo(calls);
        }
    }

    /** Abstains on every item, each ballot under a name of its own, until the page says that it is kept. */
    private int vote(Node.Person person) throws Exception {
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
}
