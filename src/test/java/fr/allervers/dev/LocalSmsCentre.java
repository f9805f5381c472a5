package fr.allervers.dev;

import fr.allervers.messaging.SmsGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands in for the SMS centre on a developer's machine: it accepts all and sends nothing. Numbers ending in 99 are refused. */
public class LocalSmsCentre implements SmsGateway {

    private static final Logger LOG = LoggerFactory.getLogger(LocalSmsCentre.class);

    @Override
    public Answer send(String e164, String text, String reference) {
        if (e164.endsWith("99")) {
            return new Answer(Verdict.REFUSED, "Numéro non attribué");
        }
        LOG.info("SMS {} to {}: {}", reference, e164, text);
        return Answer.accepted();
    }
}
