package fr.allervers.messaging.template;

import fr.allervers.shared.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A place in a text, written {@code {nom}}; accents and case do not matter. */
public enum MessageField {
    /** « Mme » or « M. » */
    CIVILITY("civilité", Filled.BY_PERSON, "Mme"),
    FIRST_NAME("prénom", Filled.BY_PERSON, "Lucette"),
    NAME("nom", Filled.BY_PERSON, "Garnier"),
    AGENCY("agence", Filled.BY_PLACE, "Agence Valence Est"),
    /** The agency's telephone number. */
    PHONE("téléphone", Filled.BY_PLACE, "01 99 00 10 10"),
    ADDRESS("adresse", Filled.BY_PLACE, "12 rue des Lilas"),
    COMMUNE("commune", Filled.BY_PLACE, "Valence"),
    BUILDING("bâtiment", Filled.BY_PLACE, "Les Lilas"),
    STAIRWELL("escalier", Filled.BY_PLACE, "A"),
    DAY("jour", Filled.BY_AUTHOR, "mardi 24 novembre"),
    START("début", Filled.BY_AUTHOR, "9 h"),
    END("fin", Filled.BY_AUTHOR, "12 h"),
    REASON("motif", Filled.BY_AUTHOR, "remplacement d'une vanne"),
    LINK("lien", Filled.BY_AUTHOR, "https://example.org/travaux");

    /** Who knows the value. */
    public enum Filled {
        /** The register, for each person. */
        BY_PERSON,
        /** The register, for each dwelling. */
        BY_PLACE,
        /** Whoever writes the message. */
        BY_AUTHOR
    }

    private final String word;
    private final Filled filled;
    private final String example;

    MessageField(String word, Filled filled, String example) {
        this.word = word;
        this.filled = filled;
        this.example = example;
    }

    /** What people write between the braces. */
    public String word() {
        return word;
    }

    /** The name that a form's field or a map bears: {@link #word} without accents. */
    public String key() {
        return Texts.fold(word);
    }

    public Filled filled() {
        return filled;
    }

    public String example() {
        return example;
    }

    public static Optional<MessageField> named(String word) {
        var key = Texts.fold(word);
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }

    /** Those that whoever writes fills in. */
    public static List<MessageField> ofAuthor() {
        return Arrays.stream(values())
                .filter(field -> field.filled == Filled.BY_AUTHOR)
                .toList();
    }
}
