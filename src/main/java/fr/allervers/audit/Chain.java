package fr.allervers.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The chain's rule: an entry's hash is the SHA-256 of the hash before it and of its own fields, each written as its length
 * in characters, a colon and its text ("-" when there is none), so that no two entries are written alike.
 */
final class Chain {

    /** What stands before the first entry. */
    static final byte[] BEGINNING = new byte[32];

    private Chain() {}

    static byte[] hash(byte[] before, List<@Nullable Object> fields) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            return digest.digest(text(fields).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static boolean same(byte[] one, byte[] other) {
        return Arrays.equals(one, other);
    }

    private static String text(List<@Nullable Object> fields) {
        return fields.stream().map(Chain::field).collect(Collectors.joining());
    }

    private static String field(@Nullable Object value) {
        if (value == null) {
            return "-";
        }
        var text = value.toString();
        return text.length() + ":" + text;
    }
}
