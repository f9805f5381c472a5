package fr.allervers.messaging.template;

import fr.allervers.messaging.Importance;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A message as it is written beforehand.
 *
 * @param code by which a process names it
 * @param automatic a process writes it; people choose among the others
 * @param extraFields what the process fills in besides the common fields, folded
 * @param texts by language; French is always there
 * @param version counts the changes, so that two people who edit at once notice
 */
public record MessageTemplate(
        long id,
        String code,
        String name,
        boolean automatic,
        Importance importance,
        Set<String> extraFields,
        Map<String, MessageTexts> texts,
        int version) {

    public static final String FRENCH = "fr";

    /** The texts in this language where they are written, else in French. */
    public MessageTexts in(String language) {
        return texts.getOrDefault(language, french());
    }

    public MessageTexts french() {
        return Objects.requireNonNull(texts.get(FRENCH));
    }
}
