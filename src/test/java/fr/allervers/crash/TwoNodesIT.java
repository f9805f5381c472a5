package fr.allervers.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.allervers.testing.KeycloakServer;
import java.net.CookieManager;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The application as it is packaged: two nodes, one database, one Keycloak, and power cuts at either.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

    private static final int KILLS = Integer.getInteger("kills", 2);

    private final Ground ground = new Ground("two_nodes");

    private static Node node(Ground ground, int port, String issuer) throws Exception {
        return Node.packaged(
                port,
                ground.url,
                ground.documents,
                "--allervers.sign-in.issuer=" + issuer,
                "--allervers.sign-in.client-secret=" + KeycloakServer.CLIENT_SECRET);
    }

    @Test
    @Order(2)
    void withoutARealmItDoesNotStart() throws Exception {
        try (var node = Node.packaged(KeycloakServer.freePort(), ground.url, ground.documents)) {
            assertThat(node.exit()).isNotZero();
        }
    }

    @Test
    @Order(1)
    void aLaunchAndASignedInPersonOutliveEitherNode() throws Exception {
        int[] ports = {KeycloakServer.freePort(), KeycloakServer.freePort()};
        var keycloak = KeycloakServer.of("http://localhost:" + ports[0], "http://localhost:" + ports[1]);
        keycloak.add("nodes", "Camille", "Ferrand", "/roles/supervisor", "/agences/toutes");
        var issuer = keycloak.issuer();
        // Both at once on an empty schema of the engine and of ours: one makes it, the other waits.
        var nodes = new Node[] {node(ground, ports[0], issuer), node(ground, ports[1], issuer)};
        try {
            for (var node : nodes) {
                node.awaitHealth();
            }
            var cookies = new CookieManager();
            assertThat(nodes[0].visitor(cookies).signInAtKeycloak("nodes").body())
                    .contains("Camille Ferrand");

            ground.register();
            ground.listedCampaign();
            var random = new Random(20261);
            for (var kill = 0; kill < KILLS; kill++) {
                var before = started();
                await().atMost(Duration.ofMinutes(2)).until(() -> started() > before || started() == Ground.HOUSEHOLDS);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
                var lost = kill % 2;
                nodes[lost].kill();
                var other = nodes[1 - lost].visitor(cookies).get("/a-faire");
                assertThat(other.statusCode()).isEqualTo(200);
                assertThat(other.body()).as("signed in still").contains("Camille Ferrand");
                nodes[lost] = node(ground, ports[lost], issuer);
                nodes[lost].awaitHealth();
            }
            await().atMost(Duration.ofMinutes(3)).until(() -> started() == Ground.HOUSEHOLDS);
        } finally {
            for (var node : nodes) {
                node.close();
            }
        }
        assertThat(
                        ground.count(
                                "select count(*) from ACT_RU_EXECUTION where PARENT_ID_ is null and PROC_DEF_KEY_ = 'household-call'"))
                .isEqualTo(Ground.HOUSEHOLDS);
        assertThat(ground.count("select count(distinct BUSINESS_KEY_) from ACT_RU_EXECUTION where PARENT_ID_ is null"))
                .isEqualTo(Ground.HOUSEHOLDS);
        assertThat(ground.count("select count(distinct case_id) from inbox_item where case_kind = 'household-call'"))
                .isEqualTo(Ground.HOUSEHOLDS);
        assertThat(ground.count("select count(*) from inbox_item where case_kind = 'household-call'"))
                .isEqualTo(Ground.HOUSEHOLDS);
    }

    private long started() {
        return ground.count("select count(*) from household_call where state <> 'LISTED'");
    }
}
