package fr.allervers.messaging.template;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A message in one language, for each channel; an empty text means that it is not written for that channel.
 *
 * @param sms at most 1,000 characters
 * @param subject of the e-mail and the letter, at most 200
 * @param email plain text, at most 4,000
 * @param letter at most 4,000
 */
public record MessageTexts(String sms, String subject, String email, String letter) {

    public static final int SMS = 1_000;
    public static final int SUBJECT = 200;
    public static final int LONG = 4_000;

    public MessageTexts {
        sms = sms.strip();
        subject = subject.strip();
        email = email.strip();
        letter = letter.strip();
    }

    public List<String> all() {
        return List.of(sms, subject, email, letter);
    }

    /** The fields that any of them names, in the order of {@link MessageField}. */
    public Set<MessageField> fields() {
        return all().stream()
                .flatMap(text -> TemplateText.of(text).fields().stream())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /**
     * Refuses what could not be filled in when it leaves.
     *
     * @throws UnusableText when a place is unknown, a brace stands alone or a text is too long
     */
    public void check(Set<String> extraFields) {
        for (var text : all()) {
            var read = TemplateText.of(text);
            var unknown = read.unknown(extraFields);
            if (!unknown.isEmpty()) {
                throw UnusableText.unknownFields(unknown, extraFields);
            }
            if (read.hasLooseBrace()) {
                throw UnusableText.looseBrace();
            }
        }
        if (sms.length() > SMS || subject.length() > SUBJECT || email.length() > LONG || letter.length() > LONG) {
            throw UnusableText.tooLong();
        }
    }
}
