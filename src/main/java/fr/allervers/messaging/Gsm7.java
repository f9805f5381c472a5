package fr.allervers.messaging;

import java.io.ByteArrayOutputStream;
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
    /** Where the extension's letters stand, in their order. */
    private static final byte[] EXTENSION_CODES = {0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

    private static final int ESCAPE = 0x1B;
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

    /**
     * One octet per septet, as SMPP carries the alphabet under data_coding 0.
     *
     * @param text within the alphabet, see {@link #isWithin}
     */
    public static byte[] encode(String text) {
        var octets = new ByteArrayOutputStream(text.length() + 8);
        for (var at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            var extended = EXTENSION.indexOf(letter);
            if (extended >= 0) {
                octets.write(ESCAPE);
                octets.write(EXTENSION_CODES[extended]);
            } else {
                var place = BASIC.indexOf(letter);
                if (place < 0) {
                    throw new IllegalArgumentException("Outside the alphabet of SMS: U+%04X".formatted((int) letter));
                }
                // The table has the escape where our string has nothing.
                octets.write(place < ESCAPE ? place : place + 1);
            }
        }
        return octets.toByteArray();
    }

    /** The text of such octets; what the alphabet does not know becomes a question mark. */
    public static String decode(byte[] octets) {
        var text = new StringBuilder(octets.length);
        for (var at = 0; at < octets.length; at++) {
            var code = octets[at] & 0xFF;
            if (code == ESCAPE && at + 1 < octets.length) {
                text.append(extended(octets[++at]));
            } else {
                var place = code < ESCAPE ? code : code - 1;
                text.append(code == ESCAPE || place >= BASIC.length() ? '?' : BASIC.charAt(place));
            }
        }
        return text.toString();
    }

    private static char extended(byte code) {
        for (var at = 0; at < EXTENSION_CODES.length; at++) {
            if (EXTENSION_CODES[at] == code) {
                return EXTENSION.charAt(at);
            }
        }
        return '?';
    }
}
