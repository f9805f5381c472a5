package fr.allervers.messaging;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as the network carries it: in one part, or in several that the telephone puts together again. Each part of a
 * long text loses six octets to the header that numbers it (3GPP 23.040, 8-bit reference).
 *
 * @param parts the text of each part, in order; together they are the text
 */
public record SmsText(Encoding encoding, List<String> parts) {

    /** How the letters are written. */
    public enum Encoding {
        /** The alphabet of SMS, 7 bits a letter: 160 in one part, 153 in each of several; ^{}\[~]|€ count twice. */
        GSM7(160, 153),
        /** 16 bits a letter: 70 in one part, 67 in each of several; an emoji counts twice. */
        UCS2(70, 67);

        private final int alone;
        private final int joined;

        Encoding(int alone, int joined) {
            this.alone = alone;
            this.joined = joined;
        }

        /** Units that fit when the text is one part. */
        public int alone() {
            return alone;
        }

        /** Units that fit in each part of several. */
        public int joined() {
            return joined;
        }
    }

    /** One byte of the header counts the parts. */
    public static final int MOST_PARTS = 255;

    /**
     * The text, cut where the network cuts it: never within a letter that takes two units.
     *
     * @throws IllegalArgumentException when it would take more than {@link #MOST_PARTS} parts
     */
    public static SmsText of(String text) {
        var encoding = Gsm7.isWithin(text) ? Encoding.GSM7 : Encoding.UCS2;
        if (units(text, encoding) <= encoding.alone) {
            return new SmsText(encoding, List.of(text));
        }
        var parts = cut(text, encoding);
        if (parts.size() > MOST_PARTS) {
            throw new IllegalArgumentException("The text takes " + parts.size() + " parts");
        }
        return new SmsText(encoding, List.copyOf(parts));
    }

    /** How much of a part the text takes: septets, or 16-bit units. */
    public int units() {
        return parts.stream().mapToInt(part -> units(part, encoding)).sum();
    }

    private static List<String> cut(String text, Encoding encoding) {
        var parts = new ArrayList<String>();
        var start = 0;
        var used = 0;
        for (var at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            var cost = cost(text.codePointAt(at), encoding);
            if (used + cost > encoding.joined) {
                parts.add(text.substring(start, at));
                start = at;
                used = 0;
            }
            used += cost;
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static int units(String text, Encoding encoding) {
        return text.codePoints().map(letter -> cost(letter, encoding)).sum();
    }

    private static int cost(int letter, Encoding encoding) {
        return encoding == Encoding.GSM7 ? Gsm7.septets(letter) : Character.charCount(letter);
    }
}
