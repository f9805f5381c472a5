package fr.allervers.messaging.template;

import fr.allervers.shared.web.UserError;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text that could not be filled in; said before anything leaves. */
public final class UnusableText extends UserError {

    private static final long serialVersionUID = 1L;

    private UnusableText(String key, Object... args) {
        super(key, args);
    }

    static UnusableText unknownFields(Collection<String> unknown, Collection<String> extraFields) {
        var known = Stream.concat(
                        Arrays.stream(MessageField.values()).map(MessageField::word),
                        extraFields.stream().sorted())
                .map(UnusableText::braced)
                .collect(Collectors.joining(", "));
        return new UnusableText(
                "template.error.unknown-field",
                unknown.stream().map(UnusableText::braced).collect(Collectors.joining(", ")),
                known);
    }

    static UnusableText looseBrace() {
        return new UnusableText("template.error.loose-brace");
    }

    static UnusableText tooLong() {
        return new UnusableText("template.error.too-long", MessageTexts.SMS, MessageTexts.SUBJECT, MessageTexts.LONG);
    }

    private static String braced(String field) {
        return "{" + field + "}";
    }
}
