package fr.allervers.messaging.mail;

import fr.allervers.messaging.gateway.Parcel;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.web.util.HtmlUtils;

/** Writes a message as e-mail: the text itself, the same in HTML, our reference, and the way out of informative ones. */
final class Letterhead {

    private final MailSettings settings;
    private final MailAttachments attachments;

    Letterhead(MailSettings settings, MailAttachments attachments) {
        this.settings = settings;
        this.attachments = attachments;
    }

    MimeMessage write(MimeMessage message, Parcel parcel) {
        try {
            var identified = new Identified(message, "<" + parcel.reference() + "@" + domain() + ">");
            var mail = new MimeMessageHelper(identified, true, StandardCharsets.UTF_8.name());
            mail.setFrom(from(), settings.fromName());
            mail.setTo(parcel.recipient());
            mail.setSubject(parcel.subject() == null ? "" : parcel.subject());
            mail.setText(parcel.body(), html(parcel));
            if (parcel.informative()) {
                identified.setHeader(
                        "List-Unsubscribe", "<mailto:" + unsubscribe() + "?subject=STOP%20" + parcel.reference() + ">");
            }
            for (var file : attachments.of(parcel.id())) {
                mail.addAttachment(file.name(), () -> attachments.open(file), file.contentType());
            }
            return identified;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailPreparationException(e);
        }
    }

    private String from() {
        return java.util.Objects.requireNonNull(settings.from());
    }

    private String unsubscribe() {
        return settings.unsubscribe() == null ? from() : settings.unsubscribe();
    }

    private String domain() {
        return from().substring(from().indexOf('@') + 1);
    }

    /** Paragraphs where the text has empty lines, nothing else: it reads alike everywhere, without pictures. */
    private static String html(Parcel parcel) {
        var paragraphs = Arrays.stream(parcel.body().strip().split("\\R{2,}"))
                .map(paragraph ->
                        "<p>" + HtmlUtils.htmlEscape(paragraph, "UTF-8").replaceAll("\\R", "<br>") + "</p>")
                .collect(Collectors.joining("\n"));
        var title = HtmlUtils.htmlEscape(parcel.subject() == null ? "" : parcel.subject(), "UTF-8");
        return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>" + title + "</title></head>\n<body>\n"
                + paragraphs + "\n</body></html>";
    }

    /** Mail libraries give a message an id of their own when it is saved; this one keeps ours, the same in every attempt. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(MimeMessage from, String id) throws MessagingException {
            super(from.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
