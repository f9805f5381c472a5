package fr.allervers.messaging;

import fr.allervers.messaging.gateway.Carrier;
import fr.allervers.messaging.template.MessageField;
import fr.allervers.messaging.template.MessageTemplates;
import fr.allervers.messaging.template.MessageTexts;
import fr.allervers.messaging.template.TemplateText;
import fr.allervers.messaging.text.SmsAdvice;
import fr.allervers.tenancy.Agencies;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Occupant;
import fr.allervers.tenancy.PhoneNumber;
import fr.allervers.workflow.CaseRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to a household by the way that reaches it: SMS to its first living mobile, else e-mail where the house
 * has a mail server, else a letter. What somebody refuses altogether is passed over.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HouseholdMessages {

    /** « Nous avons essayé de vous appeler ». */
    public static final String TRIED_TO_CALL = "tried-to-call";

    private final Outbox outbox;
    private final MessageTemplates templates;
    private final Agencies agencies;
    private final Oppositions oppositions;
    private final ObjectProvider<Carrier> carriers;

    HouseholdMessages(
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
     * Writes once: a second call with the same key changes nothing.
     *
     * @param template code of the landlord's text ({@link #TRIED_TO_CALL})
     * @param fields values of the text's extra fields, by folded name; those of the register are given
     * @return the channel chosen; none when the key was there already, or the household has neither mobile nor address
     */
    public Optional<Channel> write(
            String dedupeKey, CaseRef of, Household to, String template, Map<String, String> fields) {
        var letter = new Letter(dedupeKey, of, to, templates.ofProcess(template).in(to.language()), values(to, fields));
        var mobile = mobile(to);
        if (mobile.isPresent()) {
            return sms(letter, mobile.get());
        }
        var address = reachable(to);
        return address == null ? post(letter) : email(letter, address);
    }

    /**
     * Writes once by SMS and by e-mail to a household that has both, by the one there is, else a letter: for what must not be
     * missed. The e-mail has a key of its own, the SMS's with "/email".
     *
     * @return the channels chosen; none when the keys were there already, or there is no way
     */
    public Set<Channel> writeEveryWay(
            String dedupeKey, CaseRef of, Household to, String template, Map<String, String> fields) {
        var mobile = mobile(to);
        var address = reachable(to);
        var written = new HashSet<Channel>();
        if (mobile.isEmpty() || address == null) {
            write(dedupeKey, of, to, template, fields).ifPresent(written::add);
            return written;
        }
        var letter = new Letter(dedupeKey, of, to, templates.ofProcess(template).in(to.language()), values(to, fields));
        sms(letter, mobile.get()).ifPresent(written::add);
        email(letter.under(dedupeKey + "/email"), address).ifPresent(written::add);
        return written;
    }

    /**
     * What {@link #write}, or {@link #writeLetter}, would write; nothing is kept.
     *
     * @param letter whether by letter whatever else there is
     */
    public String text(Household to, String template, Map<String, String> fields, boolean letter) {
        var values = values(to, fields);
        var texts = templates.ofProcess(template).in(to.language());
        if (letter) {
            return filled(texts.letter(), values);
        }
        return mobile(to).isPresent() ? SmsAdvice.fit(filled(texts.sms(), values)) : filled(texts.email(), values);
    }

    /** Writes once, by letter even to who has a mobile; none when the key was there already or there is no address. */
    public Optional<Channel> writeLetter(
            String dedupeKey, CaseRef of, Household to, String template, Map<String, String> fields) {
        return post(new Letter(dedupeKey, of, to, templates.ofProcess(template).in(to.language()), values(to, fields)));
    }

    /** What is written, before its way is known. */
    private record Letter(String key, CaseRef of, Household to, MessageTexts texts, Map<String, String> values) {

        private Letter under(String another) {
            return new Letter(another, of, to, texts, values);
        }

        private String filled(String text) {
            return HouseholdMessages.filled(text, values);
        }
    }

    private Optional<Channel> sms(Letter letter, PhoneNumber mobile) {
        return put(letter, Channel.SMS, mobile.e164(), null, SmsAdvice.fit(letter.filled(letter.texts.sms())));
    }

    private Optional<Channel> email(Letter letter, String address) {
        return put(
                letter,
                Channel.EMAIL,
                address,
                letter.filled(letter.texts.subject()),
                letter.filled(letter.texts.email()));
    }

    private Optional<Channel> post(Letter letter) {
        if (letter.to.address().isBlank()) {
            return Optional.empty();
        }
        return put(
                letter,
                Channel.LETTER,
                postalAddress(letter.to),
                letter.filled(letter.texts.subject()),
                letter.filled(letter.texts.letter()));
    }

    private Optional<Channel> put(
            Letter letter, Channel channel, String recipient, @Nullable String subject, String body) {
        return outbox.put(Outgoing.to(letter.to.id(), letter.key, letter.of, channel, recipient, subject, body))
                ? Optional.of(channel)
                : Optional.empty();
    }

    private static String filled(String text, Map<String, String> values) {
        return TemplateText.of(text).fill(values);
    }

    private Map<String, String> values(Household to, Map<String, String> fields) {
        var agency = agencies.require(to.agencyId());
        var values = new HashMap<String, String>();
        values.put(MessageField.NAME.key(), addressee(to));
        values.put(MessageField.AGENCY.key(), agency.name());
        values.put(MessageField.PHONE.key(), agency.phone() == null ? "" : agency.phone());
        values.put(MessageField.ADDRESS.key(), to.address());
        values.put(MessageField.COMMUNE.key(), to.commune());
        values.putAll(fields);
        return values;
    }

    /** Somebody who asked not to be called is not written to on their mobile either. */
    private Optional<PhoneNumber> mobile(Household to) {
        var mobiles = to.occupants().stream()
                .filter(occupant -> !occupant.doNotCall())
                .flatMap(occupant -> occupant.phones().stream())
                .filter(phone -> phone.mobile() && !phone.dead())
                .toList();
        var opposed =
                opposed(Channel.SMS, to, mobiles.stream().map(PhoneNumber::e164).toList());
        return mobiles.stream().filter(phone -> !opposed.contains(phone.e164())).findFirst();
    }

    /** An address, where the house has a mail server. */
    private @Nullable String reachable(Household to) {
        if (carriers.stream().noneMatch(carrier -> carrier.channel() == Channel.EMAIL)) {
            return null;
        }
        var addresses = to.occupants().stream()
                .map(Occupant::email)
                .filter(Objects::nonNull)
                .filter(address -> !address.isBlank())
                .toList();
        var opposed = opposed(Channel.EMAIL, to, addresses);
        return addresses.stream()
                .filter(address -> !opposed.contains(address))
                .findFirst()
                .orElse(null);
    }

    /** Those of these that refuse even what is needed. */
    private Set<String> opposed(Channel channel, Household to, List<String> recipients) {
        return oppositions.amongHouseholds(channel, List.of(to.id()), false).isEmpty()
                ? oppositions.among(channel, recipients, false)
                : Set.copyOf(recipients);
    }

    private static String postalAddress(Household to) {
        return addressee(to) + "\n" + to.address() + "\n" + to.postcode() + " " + to.commune();
    }

    private static String addressee(Household to) {
        return to.occupants().stream().map(Occupant::fullName).findFirst().orElse(to.name());
    }
}
