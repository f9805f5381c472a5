package fr.allervers.allocation.ballot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON in the one form that is sealed: keys in the order of their code points, no white space, whole numbers only, nothing
 * but quotes, backslashes and control characters escaped, UTF-8. The same content has the same bytes, hence the same hash.
 */
public final class Canonical {

    private Canonical() {}

    /**
     * The text of maps (whose null values are left out), collections, text, whole numbers, truths; dates and enums by their text.
     *
     * @throws IllegalArgumentException for a number that is not whole
     */
    public static String write(Object value) {
        var text = new StringBuilder();
        append(text, value);
        return text.toString();
    }

    /** SHA-256 of the text's UTF-8, in lower-case hexadecimal. */
    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            object(text, map);
        } else if (value instanceof Collection<?> list) {
            var between = "[";
            for (var one : list) {
                text.append(between);
                append(text, one);
                between = ",";
            }
            text.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean || value == null) {
            text.append(value);
        } else if (value instanceof Number) {
            throw new IllegalArgumentException("Not a whole number: " + value);
        } else {
            string(text, value.toString());
        }
    }

    private static void object(StringBuilder text, Map<?, ?> map) {
        var sorted = new TreeMap<String, Object>();
        map.forEach((key, value) -> {
            if (value != null) {
                sorted.put(String.valueOf(key), value);
            }
        });
        var between = "{";
        for (var entry : sorted.entrySet()) {
            text.append(between);
            string(text, entry.getKey());
            text.append(':');
            append(text, entry.getValue());
            between = ",";
        }
        text.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static void string(StringBuilder text, String value) {
        text.append('"');
        for (var at = 0; at < value.length(); at++) {
            var letter = value.charAt(at);
            if (letter == '"' || letter == '\\') {
                text.append('\\').append(letter);
            } else if (letter < 0x20) {
                text.append(String.format("\\u%04x", (int) letter));
            } else {
                text.append(letter);
            }
        }
        text.append('"');
    }
}
