package fr.allervers.messaging.mailing;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.template.MessageTexts;
import fr.allervers.messaging.template.TemplateText;
import fr.allervers.messaging.text.SmsAdvice;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A mailing's texts, read once and filled in many times. */
final class Written {

    private final Map<String, Parsed> texts = new HashMap<>();
    private final Map<String, String> details;

    private record Parsed(TemplateText sms, TemplateText subject, TemplateText email, TemplateText letter) {}

    /** A message filled in. */
    record Message(@Nullable String subject, String body) {}

    Written(Map<String, MessageTexts> texts, Map<String, String> details) {
        texts.forEach((language, text) -> this.texts.put(
                language,
                new Parsed(
                        TemplateText.of(text.sms()),
                        TemplateText.of(text.subject()),
                        TemplateText.of(text.email()),
                        TemplateText.of(text.letter()))));
        this.details = details;
    }

    /** The message to somebody of this language; French where it is not written in it. */
    Message to(Channel channel, String language, Map<String, String> values) {
        var all = new HashMap<>(values);
        all.putAll(details);
        var text = Objects.requireNonNull(texts.containsKey(language) ? texts.get(language) : texts.get("fr"));
        return switch (channel) {
            case SMS -> new Message(null, SmsAdvice.fit(text.sms().fill(all)));
            case EMAIL -> new Message(text.subject().fill(all), text.email().fill(all));
            case LETTER -> new Message(text.subject().fill(all), text.letter().fill(all));
        };
    }
}
