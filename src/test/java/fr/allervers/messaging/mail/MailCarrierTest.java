package fr.allervers.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import fr.allervers.messaging.gateway.Answer;
import fr.allervers.messaging.gateway.Answer.Verdict;
import fr.allervers.messaging.gateway.Parcel;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailCarrierTest {

    private static final MailSettings SETTINGS =
            new MailSettings("contact@bailleur.example.org", "Le bailleur", "stop@bailleur.example.org", 0);

    private static final MailAttachments NO_FILES = mock(MailAttachments.class);

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static MailCarrier carrier(int port) {
        return carrier(port, "mail.smtp.timeout", "700");
    }

    private static MailCarrier carrier(int port, String property, String value) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "700");
        sender.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "700");
        sender.getJavaMailProperties().setProperty(property, value);
        return new MailCarrier(sender, SETTINGS, NO_FILES);
    }

    private static Parcel parcel(boolean informative, String to) {
        return new Parcel(
                7, to, "Coupure d’eau", "Bonjour,\n\nPlus d’eau <demain>.\nMerci", null, informative, Set.of());
    }

    @Test
    void aMessageCarriesTextAndHtmlAndOurReference() throws Exception {
        var answer = carrier(server.getSmtp().getPort()).send(parcel(false, "locataire@example.org"));
        assertThat(answer.verdict()).isEqualTo(Verdict.ACCEPTED);
        var received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getHeader("Message-ID")).containsExactly("<allervers-7@bailleur.example.org>");
        assertThat(received[0].getSubject()).isEqualTo("Coupure d’eau");
        assertThat(received[0].getFrom()[0].toString()).contains("contact@bailleur.example.org");
        assertThat(received[0].getHeader("List-Unsubscribe")).isNull();
        var source = GreenMailUtil.getWholeMessage(received[0]);
        assertThat(source).contains("multipart/alternative", "text/plain", "text/html");
        assertThat(part(received[0].getContent(), "text/plain")).contains("Plus d’eau <demain>.");
        assertThat(part(received[0].getContent(), "text/html")).contains("&lt;demain&gt;.<br>Merci</p>");
    }

    private static @Nullable String part(Object content, String type) throws Exception {
        if (content instanceof MimeMultipart parts) {
            for (var at = 0; at < parts.getCount(); at++) {
                var body = parts.getBodyPart(at);
                var found = body.isMimeType(type) ? body.getContent().toString() : part(body.getContent(), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    @Test
    void anInformativeMessageSaysHowToRefuseMore() throws Exception {
        carrier(server.getSmtp().getPort()).send(parcel(true, "locataire@example.org"));
        assertThat(server.getReceivedMessages()[0].getHeader("List-Unsubscribe"))
                .containsExactly("<mailto:stop@bailleur.example.org?subject=STOP%20allervers-7>");
    }

    @ParameterizedTest(name = "{0} at {1} is {2}")
    @CsvSource({
        "RCPT, 550 no such user, REFUSED",
        "RCPT, 451 greylisted, TRY_LATER",
        "MAIL, 421 busy, TRY_LATER",
        "DATA, 552 too much, REFUSED",
        "DATA, silence, UNKNOWN",
        "220, 554 go away, NOT_SENT",
        "EHLO, silence, NOT_SENT",
    })
    void whatTheServerSaysDecides(String at, String says, Verdict verdict) throws Exception {
        try (var script = new ScriptedServer(at, says)) {
            assertThat(carrier(script.port())
                            .send(parcel(false, "locataire@example.org"))
                            .verdict())
                    .isEqualTo(verdict);
        }
    }

    @Test
    void withoutAServerNothingHasLeft() {
        var port = server.getSmtp().getPort();
        server.stop();
        Answer answer = carrier(port).send(parcel(false, "locataire@example.org"));
        assertThat(answer.verdict()).isEqualTo(Verdict.NOT_SENT);
    }

    @Test
    void aServerWhoseCertificateNobodyVouchesForGetsNothingAndTheMessageWaits() {
        var secured = new GreenMail(ServerSetupTest.SMTPS.dynamicPort());
        secured.start();
        try {
            var answer = carrier(secured.getSmtps().getPort(), "mail.smtp.ssl.enable", "true")
                    .send(parcel(false, "locataire@example.org"));
            assertThat(answer.verdict()).isEqualTo(Verdict.NOT_SENT);
            assertThat(answer.reason()).contains("certificat");
            assertThat(secured.getReceivedMessages()).isEmpty();
        } finally {
            secured.stop();
        }
    }

    @Test
    void aServerThatOffersTlsIsGivenNothingInPlain() throws Exception {
        try (var script = new ScriptedServer("EHLO", "250-ready\r\n250 STARTTLS")) {
            assertThat(carrier(script.port(), "mail.smtp.starttls.enable", "true")
                            .send(parcel(false, "locataire@example.org"))
                            .verdict())
                    .isEqualTo(Verdict.NOT_SENT);
        }
    }

    @Test
    void anAddressThatIsNoneIsRefusedBeforeAnythingLeaves() {
        assertThat(carrier(server.getSmtp().getPort())
                        .send(parcel(false, "pas une adresse@@"))
                        .verdict())
                .isEqualTo(Verdict.REFUSED);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerWithoutASendersAddressIsRefusedAtStart() {
        assertThatThrownBy(
                        () -> new MailCarrier(new JavaMailSenderImpl(), new MailSettings(null, "", null, 0), NO_FILES))
                .hasMessageContaining("allervers.mail.from");
    }

    /** A mail server that says one thing of its own at one step. For DATA it says it after the text. */
    private static final class ScriptedServer implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0);

        ScriptedServer(String at, String says) throws IOException {
            var thread = new Thread(() -> serve(at, says), "scripted-smtp");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve(String at, String says) {
            try (var client = socket.accept()) {
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                var out = client.getOutputStream();
                var greeting = at.equals("220") ? says : "220 ready";
                out.write((greeting + "\r\n").getBytes(StandardCharsets.UTF_8));
                var text = false;
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    if (text && !line.equals(".")) {
                        continue;
                    }
                    var step = text ? "DATA" : line.substring(0, Math.min(4, line.length()));
                    var answer = step.equals(at) && (text || !step.equals("DATA")) ? says : usual(step, text);
                    text = step.equals("DATA") && !text;
                    if (!answer.equals("silence")) {
                        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
                    }
                }
            } catch (IOException e) {
                // The client has gone.
            }
        }

        private static String usual(String step, boolean text) {
            return step.equals("DATA") && !text ? "354 go on" : "250 ok";
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
