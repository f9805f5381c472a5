package fr.allervers.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that is told of a collector sends it its traces (OTLP over HTTP), with routes and without a tenant's link. */
class TracesIT {

    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private HttpServer collector;

    @BeforeEach
    void collect() throws Exception {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            synchronized (taken) {
                exchange.getRequestBody().transferTo(taken);
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    private String told() {
        synchronized (taken) {
            return taken.toString(StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void theCollectorIsToldOfRoutesAndOfNoLink() throws Exception {
        var ground = new Ground("traces");
        try (var node = ground.start(
                "--management.otlp.tracing.endpoint=http://localhost:"
                        + collector.getAddress().getPort() + "/v1/traces",
                "--management.tracing.sampling.probability=1",
                "--management.opentelemetry.tracing.export.schedule-delay=PT1S")) {
            ground.register();
            ground.leases();
            ground.person("claire", "SUPERVISOR");
            var claire = node.signIn("claire");
            claire.get("/tableau?q=Secret-Word");
            var tenant = NodeTenant.movingIn(ground, claire, 1);
            tenant.phone(node);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> told().contains("http get /tableau")
                            && told().contains("http get /l/{token}/etat-des-lieux"));
            assertThat(told()).contains("aller-vers").doesNotContain(tenant.token(), "Secret-Word");
        }
    }
}
