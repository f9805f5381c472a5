package fr.allervers.messaging.mail;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.gateway.Answer;
import fr.allervers.messaging.gateway.Carrier;
import fr.allervers.messaging.gateway.Parcel;
import java.util.List;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

/** E-mail over SMTP, one message per recipient, so that nobody sees the others. */
class MailCarrier implements Carrier {

    private final JavaMailSender sender;
    private final MailSettings settings;
    private final Letterhead letterhead;

    MailCarrier(JavaMailSender sender, MailSettings settings, MailAttachments attachments) {
        if (settings.from() == null) {
            throw new IllegalStateException("spring.mail.host needs allervers.mail.from, the address that people see");
        }
        this.sender = sender;
        this.settings = settings;
        this.letterhead = new Letterhead(settings, attachments);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public int window() {
        return 2;
    }

    @Override
    public double perSecond() {
        return settings.perSecond();
    }

    @Override
    public Answer send(Parcel parcel) {
        try {
            sender.send(letterhead.write(sender.createMimeMessage(), parcel));
            return Answer.accepted(List.of());
        } catch (MailException e) {
            return SmtpRefusals.of(e);
        }
    }
}
