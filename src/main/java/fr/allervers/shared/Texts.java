package fr.allervers.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as people search it. */
public final class Texts {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");

    private Texts() {}

    /** Lower case, without accents nor ligatures, words separated by one space: « Œuvrard-Léger » gives "oeuvrard leger". */
    public static String fold(String text) {
        var plain = isPlain(text)
                ? text
                : MARKS.matcher(Normalizer.normalize(text.replace("œ", "oe").replace("Œ", "OE"), Normalizer.Form.NFD))
                        .replaceAll("");
        return SEPARATORS
                .matcher(plain.toLowerCase(Locale.FRENCH))
                .replaceAll(" ")
                .strip();
    }

    /** Whether there is no accent to take away: most of the millions of words that imports bring. */
    private static boolean isPlain(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) > 127) {
                return false;
            }
        }
        return true;
    }
}
