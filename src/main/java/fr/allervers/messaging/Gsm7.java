package fr.allervers.messaging;

import java.text.Normalizer;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The alphabet of SMS (3GPP 23.038, basic table and its extension). A text within it holds 160 characters, one letter
 * outside of it brings the whole down to 70.
 */
public final class Gsm7 {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "^{}\\[~]|€";
    /** What French writes and the alphabet lacks, where taking the accent off is not enough. */
    private static final Map<Character, String> INSTEAD = Map.ofEntries(
            Map.entry('œ', "oe"),
            Map.entry('Œ', "OE"),
            Map.entry('’', "'"),
            Map.entry('‘', "'"),
            Map.entry('«', "\""),
            Map.entry('»', "\""),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('…', "..."),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('°', "o"),
            Map.entry('\u00A0', " "),
            Map.entry('\u202F', " "));

    private Gsm7() {}

    /** The text within the alphabet: what is outside of it is written the nearest way, « fenêtre » as "fenetre". */
    public static String fit(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .mapToObj(Gsm7::nearest)
                .collect(Collectors.joining());
    }

    private static String nearest(int codePoint) {
        var letter = Character.toString(codePoint);
        if (isWithin(letter)) {
            return letter;
        }
        var instead = letter.length() == 1 ? INSTEAD.get(letter.charAt(0)) : null;
        if (instead != null) {
            return instead;
        }
        var bare = Normalizer.normalize(letter, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return !bare.isEmpty() && isWithin(bare) ? bare : "?";
    }

    /** Whether every letter is in the alphabet or its extension. */
    public static boolean isWithin(String text) {
        return text.chars().allMatch(letter -> BASIC.indexOf(letter) >= 0 || EXTENSION.indexOf(letter) >= 0);
    }

    /** Septets that a letter of the alphabet takes: those of the extension are written after an escape. */
    static int septets(int letter) {
        return EXTENSION.indexOf(letter) >= 0 ? 2 : 1;
    }
}
