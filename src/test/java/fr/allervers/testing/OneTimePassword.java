package fr.allervers.testing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** What a telephone's authenticator shows (RFC 6238: six digits, half a minute, SHA-1). */
public record OneTimePassword(byte[] secret) {

    /** @param shown the secret as the page shows it for typing */
    public static OneTimePassword of(String shown) {
        return new OneTimePassword(new Base32().decode(shown.replace(" ", "")));
    }

    /** The code now, or of so many half minutes later: a code serves once. */
    public String code(int later) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var step = Instant.now().getEpochSecond() / 30 + later;
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var at = hash[hash.length - 1] & 0x0F;
            var number = ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
