package fr.allervers.messaging.text;

import fr.allervers.messaging.Gsm7;
import fr.allervers.messaging.SmsText;
import fr.allervers.messaging.SmsText.Encoding;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a text costs as an SMS and how it could cost less. The browser counts by the same rules (parts/sms.js); both
 * are held to one file of examples.
 *
 * @param units septets, or 16-bit units when a letter is outside the alphabet of SMS (3GPP 23.038)
 * @param parts messages on the network: 160 septets in one or 153 in each of several; 70 or 67 units
 * @param longer the letters that bring the whole text to 16 bits, in the order in which they come
 * @param fitted the text with every one of them replaced that has something near
 * @param fittedParts what that text takes
 */
public record SmsAdvice(Encoding encoding, int units, int parts, List<Letter> longer, String fitted, int fittedParts) {

    private static final String NOTHING_NEAR = "?";

    /**
     * A letter outside the alphabet.
     *
     * @param instead what is nearest to it; none when nothing is
     */
    public record Letter(String letter, @Nullable String instead) {}

    public static SmsAdvice on(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var sms = SmsText.of(composed);
        var fitted = fit(composed);
        return new SmsAdvice(
                sms.encoding(),
                sms.units(),
                sms.parts().size(),
                outside(composed),
                fitted,
                SmsText.of(fitted).parts().size());
    }

    /** Whether replacing letters would spare a part. */
    public boolean isLongerThanNeeded() {
        return fittedParts < parts;
    }

    /**
     * The text as it should leave: within the alphabet when everything has something near, else as it was written, so
     * that Arabic stays Arabic.
     */
    public static String fit(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return composed.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> {
                    var instead = Gsm7.fit(letter);
                    return instead.equals(NOTHING_NEAR) ? letter : instead;
                })
                .collect(Collectors.joining());
    }

    private static List<Letter> outside(String text) {
        var letters = new LinkedHashMap<String, Letter>();
        text.codePoints()
                .mapToObj(Character::toString)
                .filter(letter -> !Gsm7.isWithin(letter))
                .forEach(letter -> letters.computeIfAbsent(letter, SmsAdvice::letter));
        return List.copyOf(letters.values());
    }

    private static Letter letter(String letter) {
        var instead = Gsm7.fit(letter);
        return new Letter(letter, instead.equals(NOTHING_NEAR) ? null : instead);
    }
}
