package fr.allervers.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The 128 bits under which the database knows an entry, from the words that make it this one and no other. */
final class EntryKey {

    private EntryKey() {}

    /** The same parts give the same key; where one part ends and the next begins counts. */
    static byte[] of(@Nullable Object... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0x1F);
            }
            return Arrays.copyOf(digest.digest(), 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key as text, for maps; the database gives it by {@code hex()}. */
    static String text(byte[] key) {
        return HexFormat.of().withUpperCase().formatHex(key);
    }
}
