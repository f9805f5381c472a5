package fr.allervers.messaging;

import fr.allervers.messaging.gateway.Carrier;
import fr.allervers.messaging.template.MessageField;
import fr.allervers.messaging.template.MessageTemplates;
import fr.allervers.messaging.template.TemplateText;
import fr.allervers.messaging.text.SmsAdvice;
import fr.allervers.tenancy.Agencies;
import fr.allervers.workflow.CaseRef;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to somebody who is not, or not yet, a tenant: by every way that reaches them, since what is told here starts delays. The
 * sibling of {@link HouseholdMessages}, which chooses one way for a household of the register.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PersonMessages {

    private final Outbox outbox;
    private final MessageTemplates templates;
    private final Agencies agencies;
    private final Oppositions oppositions;
    private final ObjectProvider<Carrier> carriers;

    PersonMessages(
            Outbox outbox,
            MessageTemplates templates,
            Agencies agencies,
            Oppositions oppositions,
            ObjectProvider<Carrier> carriers) {
        this.outbox = outbox;
        this.templates = templates;
        this.agencies = agencies;
        this.oppositions = oppositions;
        this.carriers = carriers;
    }

    /**
     * Who is written to.
     *
     * @param agencyId whose people see the message
     * @param householdId when they live with us already
     * @param mobile in E.164
     * @param address street and number; blank when there is none, then no letter is written
     */
    public record Person(
            String name,
            long agencyId,
            @Nullable Long householdId,
            String language,
            @Nullable String mobile,
            @Nullable String email,
            String address,
            String postcode,
            String commune) {}

    /**
     * Writes once by SMS, by e-mail where the house has a mail server, and by letter; a way that is missing or refused is passed over.
     *
     * @param dedupeKey at most 150 characters; one message a way
     * @param template code of the landlord's text
     * @param fields values of the text's extra fields, by folded name
     * @return the ways by which there is such a message now, whether by this call or one before
     */
    public Set<Channel> write(String dedupeKey, CaseRef of, Person to, String template, Map<String, String> fields) {
        var values = values(to, fields);
        var texts = templates.ofProcess(template).in(to.language());
        var ways = EnumSet.noneOf(Channel.class);
        if (to.mobile() != null && !refuses(Channel.SMS, to.mobile())) {
            put(dedupeKey, of, to, Channel.SMS, to.mobile(), null, SmsAdvice.fit(filled(texts.sms(), values)));
            ways.add(Channel.SMS);
        }
        var canMail = carriers.stream().anyMatch(carrier -> carrier.channel() == Channel.EMAIL);
        if (canMail && to.email() != null && !refuses(Channel.EMAIL, to.email())) {
            put(
                    dedupeKey,
                    of,
                    to,
                    Channel.EMAIL,
                    to.email(),
                    filled(texts.subject(), values),
                    filled(texts.email(), values));
            ways.add(Channel.EMAIL);
        }
        if (!to.address().isBlank()) {
            var lines = to.name() + "\n" + to.address() + "\n" + to.postcode() + " " + to.commune();
            put(
                    dedupeKey,
                    of,
                    to,
                    Channel.LETTER,
                    lines,
                    filled(texts.subject(), values),
                    filled(texts.letter(), values));
            ways.add(Channel.LETTER);
        }
        return ways;
    }

    private void put(
            String dedupeKey,
            CaseRef of,
            Person to,
            Channel channel,
            String recipient,
            @Nullable String subject,
            String body) {
        outbox.put(new Outgoing(
                dedupeKey + "/" + channel,
                of,
                to.householdId(),
                to.agencyId(),
                channel,
                recipient,
                subject,
                body,
                null,
                false,
                null));
    }

    private boolean refuses(Channel channel, String recipient) {
        return !oppositions.among(channel, List.of(recipient), false).isEmpty();
    }

    private static String filled(String text, Map<String, String> values) {
        return TemplateText.of(text).fill(values);
    }

    private Map<String, String> values(Person to, Map<String, String> fields) {
        var agency = agencies.require(to.agencyId());
        var values = new HashMap<String, String>();
        values.put(MessageField.NAME.key(), to.name());
        values.put(MessageField.AGENCY.key(), agency.name());
        values.put(MessageField.PHONE.key(), agency.phone() == null ? "" : agency.phone());
        values.put(MessageField.ADDRESS.key(), to.address());
        values.put(MessageField.COMMUNE.key(), to.commune());
        values.putAll(fields);
        return values;
    }
}
