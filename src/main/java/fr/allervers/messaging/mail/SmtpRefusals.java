package fr.allervers.messaging.mail;

import fr.allervers.messaging.gateway.Answer;
import fr.allervers.messaging.gateway.Answer.Verdict;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;

/** What follows from what the mail server said: 4xx is "not now", 5xx is no; silence is unknown. */
final class SmtpRefusals {

    private SmtpRefusals() {}

    static Answer of(MailException error) {
        if (error instanceof MailAuthenticationException) {
            return Answer.of(Verdict.NOT_SENT, "Le serveur de courriel refuse l’identifiant");
        }
        if (error instanceof MailPreparationException || error instanceof MailParseException) {
            return Answer.of(Verdict.REFUSED, "Courriel impossible à écrire");
        }
        if (error instanceof MailSendException failed) {
            for (var each : failed.getMessageExceptions()) {
                // Spring gives what happened while connecting as the failure of each message and of the whole.
                return each == failed.getCause() ? withoutConnection(each) : of(each);
            }
        }
        return of((Throwable) error);
    }

    private static Answer of(Throwable error) {
        for (@Nullable Throwable at = error; at != null; at = next(at)) {
            if (at instanceof SMTPAddressFailedException address) {
                return ofCode(address.getReturnCode());
            }
            if (at instanceof SMTPSendFailedException send
                    && send.getReturnCode() > 0
                    && send.getNextException() == null) {
                return ofCode(send.getReturnCode());
            }
            if (at instanceof AddressException) {
                return Answer.of(Verdict.REFUSED, "Adresse de courriel impossible");
            }
        }
        return Answer.of(Verdict.UNKNOWN, "Le serveur de courriel n’a pas répondu à temps");
    }

    /** Greeting, TLS, EHLO: no message had been begun. */
    private static Answer withoutConnection(Throwable error) {
        for (@Nullable Throwable at = error; at != null; at = next(at)) {
            if (at instanceof SSLException) {
                return Answer.of(Verdict.NOT_SENT, "Le certificat du serveur de courriel n’est pas reconnu");
            }
        }
        return Answer.of(Verdict.NOT_SENT, "Pas de connexion au serveur de courriel");
    }

    private static Answer ofCode(int code) {
        return code >= 400 && code < 500
                ? Answer.of(Verdict.TRY_LATER, "Le serveur de courriel demande d’attendre (" + code + ")")
                : Answer.of(Verdict.REFUSED, "Refusé par le serveur de courriel (" + code + ")");
    }

    /** Mail errors hang the reason of one address behind the failure of the whole. */
    private static @Nullable Throwable next(Throwable error) {
        return error instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : error.getCause();
    }
}
