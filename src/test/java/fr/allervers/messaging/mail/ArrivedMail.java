package fr.allervers.messaging.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import fr.allervers.documents.DocumentStore;
import fr.allervers.messaging.gateway.Answer.Verdict;
import fr.allervers.messaging.gateway.Parcel;
import fr.allervers.testing.Fixture;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server of the test's own: what waits in the outbox is handed over to it as the application does, and read as it arrived. */
@Fixture
public class ArrivedMail {

    private static final MailSettings SETTINGS =
            new MailSettings("contact@bailleur.example.org", "Le bailleur", null, 0);

    private final JdbcClient jdbc;
    private final DocumentStore store;

    ArrivedMail(JdbcClient jdbc, DocumentStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /**
     * An e-mail in somebody's box.
     *
     * @param files content by name
     */
    public record Mail(String to, String subject, String text, Map<String, byte[]> files) {}

    /** Hands over the e-mail with this key and gives what arrived. */
    public Mail of(String dedupeKey) throws MessagingException, IOException {
        var server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            var carrier = new MailCarrier(sender(server), SETTINGS, new MailAttachments(jdbc, store));
            if (carrier.send(parcel(dedupeKey)).verdict() != Verdict.ACCEPTED) {
                throw new IllegalStateException("The server did not take " + dedupeKey);
            }
            var message = server.getReceivedMessages()[0];
            var texts = new StringBuilder();
            var files = new LinkedHashMap<String, byte[]>();
            read(message, texts, files);
            return new Mail(message.getAllRecipients()[0].toString(), message.getSubject(), texts.toString(), files);
        } finally {
            server.stop();
        }
    }

    private static JavaMailSenderImpl sender(GreenMail server) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        return sender;
    }

    private Parcel parcel(String dedupeKey) {
        return jdbc.sql(
                        "select id, recipient, subject, body from outbox_message where dedupe_key = ? and channel = 'EMAIL'")
                .param(dedupeKey)
                .query((row, number) -> new Parcel(
                        row.getLong("id"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        null,
                        false,
                        Set.of()))
                .single();
    }

    private static void read(Part part, StringBuilder text, Map<String, byte[]> files)
            throws MessagingException, IOException {
        if (part.getContent() instanceof MimeMultipart parts) {
            for (var at = 0; at < parts.getCount(); at++) {
                read(parts.getBodyPart(at), text, files);
            }
        } else if (part.getFileName() != null) {
            files.put(
                    MimeUtility.decodeText(part.getFileName()),
                    part.getInputStream().readAllBytes());
        } else if (part.isMimeType("text/plain")) {
            text.append(part.getContent());
        }
    }
}
