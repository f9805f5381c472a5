package fr.allervers.messaging.mailing.web;

import fr.allervers.messaging.Importance;
import fr.allervers.messaging.mailing.AudienceKind;
import fr.allervers.messaging.mailing.Ladder;
import fr.allervers.messaging.mailing.Mailing;
import fr.allervers.messaging.mailing.MailingOrder;
import fr.allervers.messaging.mailing.Mailings;
import fr.allervers.messaging.template.MessageField;
import fr.allervers.messaging.template.MessageTemplate;
import fr.allervers.messaging.template.MessageTemplates;
import fr.allervers.messaging.template.MessageTexts;
import fr.allervers.shared.web.UserError;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From what is typed to what is ordered, and back. */
@Component
class ComposerForms {

    private final MessageTemplates templates;
    private final Mailings mailings;
    private final Clock clock;

    ComposerForms(MessageTemplates templates, Mailings mailings, Clock clock) {
        this.templates = templates;
        this.mailings = mailings;
        this.clock = clock;
    }

    ComposerForm blank() {
        var form = new ComposerForm();
        form.setSubmission(UUID.randomUUID().toString());
        return form;
    }

    /** Takes the template's French texts over. */
    void take(ComposerForm form, long templateId) {
        var template = templates.require(templateId);
        form.setTemplate(templateId);
        form.setImportance(template.importance());
        form.take(template.french());
        if (form.getName().isBlank()) {
            form.setName(template.name());
        }
    }

    ComposerForm of(Mailing mailing) {
        var form = blank();
        form.setName(mailing.name());
        form.setKind(mailing.audience().kind());
        form.setPlace(mailing.audience().key());
        if (mailing.audience().kind() == AudienceKind.LIST) {
            form.setPasted(String.join("\n", mailings.lines(mailing.id())));
        }
        form.setImportance(mailing.importance());
        form.setChannels(mailing.channels());
        form.setPerHousehold(mailing.perHousehold());
        Optional.ofNullable(mailings.texts(mailing.id()).get(MessageTemplate.FRENCH))
                .ifPresent(form::take);
        form.setDetails(new HashMap<>(mailing.details()));
        form.setSender(mailing.sender() == null ? "" : mailing.sender());
        form.setEmergency(mailing.emergencyReason() != null);
        form.setEmergencyReason(mailing.emergencyReason() == null ? "" : mailing.emergencyReason());
        if (mailing.sendAt() != null) {
            var at = mailing.sendAt().atZone(clock.getZone());
            form.setSendOn(at.toLocalDate().toString());
            form.setSendTime(at.toLocalTime().toString());
        }
        return form;
    }

    /**
     * The order that the form says.
     *
     * @throws UserError when a value cannot be read
     */
    MailingOrder order(ComposerForm form) {
        if (form.getChannels().isEmpty()) {
            throw new UserError("mailing.error.channel");
        }
        return new MailingOrder(
                submission(form.getSubmission()),
                name(form),
                form.getKind(),
                form.getPlace(),
                form.getPasted(),
                new Ladder(form.getChannels(), form.isPerHousehold(), form.getImportance()),
                texts(form),
                details(form),
                form.getSender().isBlank() ? null : form.getSender().strip(),
                form.getImportance() == Importance.INFORMATIVE && form.isEmergency()
                        ? form.getEmergencyReason().strip()
                        : null,
                sendAt(form));
    }

    /** A template's other languages go along as long as its French text was not changed. */
    private Map<String, MessageTexts> texts(ComposerForm form) {
        var typed = form.written();
        var texts = new HashMap<String, MessageTexts>();
        if (form.getTemplate() != null) {
            var template = templates.require(form.getTemplate());
            if (same(template, typed)) {
                texts.putAll(template.texts());
            }
        }
        texts.put(MessageTemplate.FRENCH, typed);
        return texts;
    }

    private static boolean same(MessageTemplate template, MessageTexts typed) {
        return template.french().equals(typed);
    }

    private static Map<String, String> details(ComposerForm form) {
        var details = new HashMap<String, String>();
        for (var field : MessageField.ofAuthor()) {
            var value = form.getDetails().getOrDefault(field.key(), "").strip();
            if (value.length() > 100) {
                throw new UserError("mailing.error.detail-long", field.word());
            }
            if (!value.isEmpty()) {
                details.put(field.key(), value);
            }
        }
        return details;
    }

    private @Nullable Instant sendAt(ComposerForm form) {
        if (form.getSendOn().isBlank() && form.getSendTime().isBlank()) {
            return null;
        }
        try {
            var day = form.getSendOn().isBlank() ? LocalDate.now(clock) : LocalDate.parse(form.getSendOn());
            var time = form.getSendTime().isBlank() ? LocalTime.of(9, 0) : LocalTime.parse(form.getSendTime());
            var at = day.atTime(time).atZone(clock.getZone()).toInstant();
            if (at.isBefore(clock.instant())) {
                throw new UserError("mailing.error.past");
            }
            return at;
        } catch (DateTimeException e) {
            throw new UserError("mailing.error.date");
        }
    }

    private static String submission(String key) {
        try {
            return UUID.fromString(key).toString();
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID().toString();
        }
    }

    /** As typed, else the template's, else the first words: people find their sending again by it. */
    private String name(ComposerForm form) {
        if (!form.getName().isBlank()) {
            return form.getName().strip();
        }
        return form.getTemplate() == null
                ? firstWords(form.getSms())
                : templates.require(form.getTemplate()).name();
    }

    private static String firstWords(String text) {
        var words = text.strip();
        return words.length() <= 60 ? words : words.substring(0, 60) + "…";
    }
}
