package fr.allervers.messaging.gateway.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.allervers.messaging.gateway.Answer.Verdict;
import fr.allervers.messaging.gateway.FromNetwork;
import fr.allervers.messaging.gateway.Incoming;
import fr.allervers.messaging.gateway.Parcel;
import fr.allervers.messaging.gateway.Receipt;
import fr.allervers.messaging.gateway.SmsSettings;
import fr.allervers.testing.Certificate;
import fr.allervers.testing.SmppCentre;
import fr.allervers.testing.SmppCentre.Reaction;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import org.jsmpp.session.connection.ConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the link to the centre trusts, over TLS on a real connection. */
class SmppConnectionsTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    private Path directory;

    private final AtomicInteger receipts = new AtomicInteger();

    private final FromNetwork network = new FromNetwork() {
        @Override
        public CompletableFuture<Void> receipt(Receipt receipt) {
            receipts.incrementAndGet();
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void reply(Incoming message) {}
    };

    private SmppCentre centreWith(Certificate certificate) throws Exception {
        return new SmppCentre(
                one -> Reaction.TAKE,
                0,
                certificate.context().getServerSocketFactory().createServerSocket(0));
    }

    private static ConnectionFactory trusting(Certificate certificate) {
        return new SmppConnections(certificate.context().getSocketFactory(), SOON);
    }

    @Test
    void aMessageAndItsReceiptGoOverTls() throws Exception {
        var certificate = Certificate.of("ip:127.0.0.1", directory);
        var settings = SmppTestLink.settings(0, 10, SOON);
        try (var centre = centreWith(certificate);
                var link = new SmppLink(
                        SmppTestLink.settings(centre.port(), 10, SOON),
                        trusting(certificate),
                        new SmppReceiver(network, new ReceiptReader(new MessageIds(settings.ids()), Set.of())))) {
            link.start();
            var gateway = new SmppGateway(
                    new SmsSettings(SmsSettings.Choice.SMPP, 0, "Bailleur", settings, null), settings, link);
            await().atMost(Duration.ofSeconds(20)).until(gateway::ready);
            var answer = gateway.send(new Parcel(1, "+33639980012", null, "Bonjour", null, false, Set.of()));
            assertThat(answer.verdict()).isEqualTo(Verdict.ACCEPTED);
            await().until(() -> receipts.get() == 1);
        }
    }

    @Test
    void aCertificateOfAnotherHostIsRefusedEvenIfItIsTrusted() throws Exception {
        var certificate = Certificate.of("dns:autre-centre.invalid", directory);
        try (var centre = centreWith(certificate)) {
            assertThatThrownBy(() -> trusting(certificate).createConnection("127.0.0.1", centre.port()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        var usual = SmppConnections.of(secured());
        try (var centre = centreWith(Certificate.of("ip:127.0.0.1", directory))) {
            assertThatThrownBy(() -> usual.createConnection("127.0.0.1", centre.port()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void aHostThatTakesTheConnectionAndSaysNothingIsGivenUp() throws Exception {
        var impatient = new SmppConnections(
                Certificate.of("ip:127.0.0.1", directory).context().getSocketFactory(), Duration.ofMillis(200));
        try (var silent = new ServerSocket(0)) {
            assertThatThrownBy(() -> impatient.createConnection("127.0.0.1", silent.getLocalPort()))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static SmsSettings.Smpp secured() {
        return new SmsSettings.Smpp(
                "127.0.0.1",
                0,
                true,
                "allervers",
                "secret",
                "",
                1,
                SOON,
                SOON,
                Duration.ofDays(2),
                SmsSettings.Ids.SAME,
                true,
                Set.of());
    }
}
