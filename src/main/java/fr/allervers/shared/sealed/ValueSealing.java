package fr.allervers.shared.sealed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals values at rest: AES-256-GCM, bound to the place where they stand, « social_assessment.opinion », so that a value moved to another
 * column does not open. What is stored is « ~key:base64 »; anything else is a value from before sealing and is read as it is. The keys
 * come from the environment (docs/adr/0032).
 */
@Component
public class ValueSealing {

    private static final Pattern SEALED = Pattern.compile("~([a-z0-9]{1,12}):([A-Za-z0-9_-]{38,})");
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final DataKeys keys;
    private final SecureRandom random = new SecureRandom();

    public ValueSealing(@Value("${allervers.data-keys:}") String keys) {
        this.keys = DataKeys.read(keys);
    }

    /** The value sealed; another text each time. None stays none. */
    public @Nullable String seal(String place, @Nullable String value) {
        if (value == null) {
            return null;
        }
        var iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        return sealed(place, value, iv);
    }

    /**
     * The value sealed, the same text for the same place and value: for values that are compared. The place names one row, or values of
     * different rows could be seen to be the same.
     */
    public String sealSame(String place, String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.require(keys.current()));
            mac.update(place.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return sealed(place, value, Arrays.copyOf(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)), IV_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    /** A flag sealed, the same text for the same row and flag. */
    public String sealFlag(String place, boolean flag) {
        return sealSame(place, flag ? "1" : "0");
    }

    /** The value; none stays none. */
    public @Nullable String open(String place, @Nullable String stored) {
        if (stored == null) {
            return null;
        }
        var sealed = SEALED.matcher(stored);
        return sealed.matches() ? opened(place, sealed.group(1), sealed.group(2)) : stored;
    }

    /** The value, which is there. */
    public String openText(String place, String stored) {
        var value = open(place, stored);
        return value == null ? "" : value;
    }

    /** Whether the flag is set; none is not. */
    public boolean openFlag(String place, @Nullable String stored) {
        return "1".equals(open(place, stored));
    }

    /** What every value begins with that the current key sealed. */
    public String mark() {
        return "~" + keys.current() + ":";
    }

    private String sealed(String place, String value, byte[] iv) {
        var content = run(
                Cipher.ENCRYPT_MODE, keys.require(keys.current()), iv, place, value.getBytes(StandardCharsets.UTF_8));
        var all = ByteBuffer.allocate(iv.length + content.length).put(iv).put(content);
        return mark() + Base64.getUrlEncoder().withoutPadding().encodeToString(all.array());
    }

    private String opened(String place, String key, String base64) {
        var all = Base64.getUrlDecoder().decode(base64);
        var iv = Arrays.copyOf(all, IV_BYTES);
        var content = Arrays.copyOfRange(all, IV_BYTES, all.length);
        return new String(run(Cipher.DECRYPT_MODE, keys.require(key), iv, place, content), StandardCharsets.UTF_8);
    }

    private static byte[] run(int mode, SecretKey key, byte[] iv, String place, byte[] content) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value at " + place + " cannot be sealed or opened", e);
        }
    }
}
