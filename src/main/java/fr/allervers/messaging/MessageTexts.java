package fr.allervers.messaging;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The texts of automatic messages: {@code message.<template>.<part>} in the message files, with {name} for a field. */
@Component
class MessageTexts {

    private final MessageSource messages;

    MessageTexts(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param part "sms", "subject" or "letter"
     * @param language of the household; French when we do not write it
     */
    String write(String template, String part, String language, Map<String, String> fields) {
        var locale = language.equals("en") ? Locale.ENGLISH : Locale.FRENCH;
        var text = messages.getMessage(key(template, part, fields), null, locale);
        for (var field : fields.entrySet()) {
            text = text.replace("{" + field.getKey() + "}", field.getValue());
        }
        return text;
    }

    /** A text that asks to be called back needs a number: without one there is another text. */
    private static String key(String template, String part, Map<String, String> fields) {
        var withoutPhone = fields.getOrDefault("phone", "").isEmpty() && !part.equals("subject");
        return "message." + template + "." + part + (withoutPhone ? ".no-phone" : "");
    }
}
