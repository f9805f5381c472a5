package fr.allervers.messaging.mailing;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.template.MessageField;
import fr.allervers.messaging.template.MessageField.Filled;
import fr.allervers.messaging.template.MessageTexts;
import fr.allervers.messaging.template.TemplateText;
import fr.allervers.messaging.text.SenderName;
import fr.allervers.shared.web.UserError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an order must be before anything leaves. */
final class MailingChecks {

    private static final int REASON = 10;

    private MailingChecks() {}

    /** Refuses a text that cannot be filled in, and a sender that networks refuse. */
    static void texts(MailingOrder order) {
        if (order.name().isBlank() || order.name().length() > 120) {
            throw new UserError("mailing.error.name");
        }
        order.texts().values().forEach(text -> text.check(Set.of()));
        for (var channel : order.ladder().channels()) {
            if (of(order.french(), channel).stream().anyMatch(String::isEmpty)) {
                throw new UserError("mailing.error.text." + channel);
            }
        }
        if (order.sender() != null) {
            SenderName.problem(order.sender()).ifPresent(problem -> {
                throw new UserError(problem);
            });
        }
        if (order.emergencyReason() != null
                && (order.emergencyReason().length() < REASON
                        || order.emergencyReason().length() > 300)) {
            throw new UserError("mailing.error.emergency");
        }
    }

    /** Refuses to send with a place that nobody filled in. */
    static void places(MailingOrder order, Selected selected) {
        var missing = missing(order);
        if (!missing.isEmpty()) {
            throw new UserError("mailing.error.details", String.join(", ", missing));
        }
        var strangers = selected.numbers().values().stream()
                .filter(known -> known.isEmpty())
                .count();
        if (strangers > 0) {
            var personal = TemplateText.of(order.french().sms()).needed().stream()
                    .filter(field -> field.filled() != Filled.BY_AUTHOR)
                    .map(field -> "{" + field.word() + "}")
                    .collect(Collectors.joining(", "));
            if (!personal.isEmpty()) {
                throw new UserError("mailing.error.strangers", strangers, personal);
            }
        }
    }

    /** Fields that the author has to fill in and has not, as they are written, by the channels used. */
    static Set<String> missing(MailingOrder order) {
        return order.texts().values().stream()
                .flatMap(text -> order.ladder().channels().stream().flatMap(channel -> of(text, channel).stream()))
                .flatMap(text -> TemplateText.of(text).needed().stream())
                .filter(field -> field.filled() == Filled.BY_AUTHOR)
                .filter(field -> isBlank(order.details(), field))
                .map(MessageField::word)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isBlank(Map<String, String> details, MessageField field) {
        return details.getOrDefault(field.key(), "").isBlank();
    }

    private static List<String> of(MessageTexts text, Channel channel) {
        return switch (channel) {
            case SMS -> List.of(text.sms());
            case EMAIL -> List.of(text.subject(), text.email());
            case LETTER -> List.of(text.subject(), text.letter());
        };
    }
}
