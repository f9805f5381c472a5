package fr.allervers.shared.sealed;

import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that seal values, by their names; the first one seals, the others open what was sealed before.
 *
 * @param keys AES-256 keys
 */
record DataKeys(Map<String, SecretKey> keys) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,12}");
    private static final int BYTES = 32;

    /**
     * Reads « 2026:base64,2025:base64 »; each key has 32 bytes.
     *
     * @throws IllegalStateException when there is none, or one cannot be: the application does not start
     */
    static DataKeys read(String text) {
        if (text.isBlank()) {
            throw new IllegalStateException(
                    "Social notes and disability could not be sealed: name their key in ALLERVERS_DATA_KEYS (docs/operations.md)");
        }
        var keys = new LinkedHashMap<String, SecretKey>();
        for (var part : text.strip().split("\\s*,\\s*")) {
            var colon = part.indexOf(':');
            var name = colon < 0 ? "" : part.substring(0, colon);
            if (!NAME.matcher(name).matches() || keys.containsKey(name)) {
                throw new IllegalStateException("ALLERVERS_DATA_KEYS: each key is name:base64, with a name of its own");
            }
            keys.put(name, key(name, part.substring(colon + 1)));
        }
        return new DataKeys(Collections.unmodifiableMap(keys));
    }

    private static SecretKey key(String name, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            bytes = new byte[0];
        }
        if (bytes.length != BYTES) {
            // Never with the value: it would stand in the log.
            throw new IllegalStateException(
                    "ALLERVERS_DATA_KEYS: key " + name + " is not " + BYTES + " bytes in base64");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /** The name of the key that seals. */
    String current() {
        return keys.keySet().iterator().next();
    }

    SecretKey require(String name) {
        var key = keys.get(name);
        if (key == null) {
            throw new IllegalStateException(
                    "A value is sealed with key " + name + ", which ALLERVERS_DATA_KEYS does not name");
        }
        return key;
    }
}
