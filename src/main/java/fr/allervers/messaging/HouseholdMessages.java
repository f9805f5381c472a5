package fr.allervers.messaging;

import fr.allervers.tenancy.Agencies;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Occupant;
import fr.allervers.tenancy.PhoneNumber;
import fr.allervers.workflow.CaseRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to a household by the way that reaches it: SMS to its first living mobile, else a letter. E-mail joins them
 * once the house has a mail service: until then a letter arrives, an e-mail would wait.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HouseholdMessages {

    /** « Nous avons essayé de vous appeler ». */
    public static final String TRIED_TO_CALL = "tried-to-call";

    private final Outbox outbox;
    private final MessageTexts texts;
    private final Agencies agencies;

    HouseholdMessages(Outbox outbox, MessageTexts texts, Agencies agencies) {
        this.outbox = outbox;
        this.texts = texts;
        this.agencies = agencies;
    }

    /**
     * Writes once: a second call with the same key changes nothing.
     *
     * @param template name of the texts ({@link #TRIED_TO_CALL})
     * @param fields values of the texts' places; "name", "agency" and "phone" (the agency's) are given
     * @return the channel chosen; none when the key was there already, or the household has neither mobile nor address
     */
    public Optional<Channel> write(
            String dedupeKey, CaseRef of, Household to, String template, Map<String, String> fields) {
        var values = values(to, fields);
        var mobile = mobile(to);
        if (mobile.isPresent()) {
            var body = Gsm7.fit(texts.write(template, "sms", to.language(), values));
            return kept(
                    Channel.SMS,
                    outbox.put(Outgoing.to(
                            to.id(), dedupeKey, of, Channel.SMS, mobile.get().e164(), null, body)));
        }
        if (to.address().isBlank()) {
            return Optional.empty();
        }
        var subject = texts.write(template, "subject", to.language(), values);
        var body = texts.write(template, "letter", to.language(), values);
        return kept(
                Channel.LETTER,
                outbox.put(Outgoing.to(to.id(), dedupeKey, of, Channel.LETTER, postalAddress(to), subject, body)));
    }

    private Map<String, String> values(Household to, Map<String, String> fields) {
        var agency = agencies.require(to.agencyId());
        var values = new HashMap<String, String>();
        values.put("name", addressee(to));
        values.put("agency", agency.name());
        values.put("phone", agency.phone() == null ? "" : agency.phone());
        values.putAll(fields);
        return values;
    }

    /** Somebody who asked not to be called is not written to on their mobile either. */
    private static Optional<PhoneNumber> mobile(Household to) {
        return to.occupants().stream()
                .filter(occupant -> !occupant.doNotCall())
                .flatMap(occupant -> occupant.phones().stream())
                .filter(phone -> phone.mobile() && !phone.dead())
                .findFirst();
    }

    private static String postalAddress(Household to) {
        return addressee(to) + "\n" + to.address() + "\n" + to.postcode() + " " + to.commune();
    }

    private static String addressee(Household to) {
        return to.occupants().stream().map(Occupant::fullName).findFirst().orElse(to.name());
    }

    private static Optional<Channel> kept(Channel channel, boolean put) {
        return put ? Optional.of(channel) : Optional.empty();
    }
}
