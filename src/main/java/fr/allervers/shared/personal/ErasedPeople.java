package fr.allervers.shared.personal;

import fr.allervers.shared.sealed.ValueSealing;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * By which codes erased people would come back from other software. No code is kept, but its HMAC-SHA-256 with a key of our own, which
 * stands sealed in the database and is sealed anew when data keys change: who has a copy of the database cannot try codes out.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ErasedPeople {

    private static final String PLACE = "erased_person_key.secret";
    private static final int KEY_BYTES = 32;

    private final JdbcClient jdbc;
    private final ValueSealing sealing;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ErasedPeople(JdbcClient jdbc, ValueSealing sealing, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.clock = clock;
    }

    /**
     * Remembers that these people were erased today.
     *
     * @param register whose codes they are, "occupant"
     * @return how many were not known as erased
     */
    public int remember(String register, Collection<String> codes) {
        var key = key().orElseGet(this::newKey);
        return codes.stream()
                .mapToInt(code -> jdbc.sql("insert ignore into erased_person (code_hash, erased_on) values (?, ?)")
                        .params(hash(key, register, code), LocalDate.now(clock))
                        .update())
                .sum();
    }

    private record Erased(byte[] codeHash, LocalDate erasedOn) {}

    /** Those of the codes whose people were erased, with the day: two queries for any number. */
    public Map<String, LocalDate> among(String register, Collection<String> codes) {
        var key = key();
        if (key.isEmpty() || codes.isEmpty()) {
            return Map.of();
        }
        var byHash = new HashMap<String, String>();
        codes.forEach(code -> byHash.put(HexFormat.of().formatHex(hash(key.get(), register, code)), code));
        var erased = new HashMap<String, LocalDate>();
        jdbc.sql("select code_hash, erased_on from erased_person where code_hash in (:hashes)")
                .param(
                        "hashes",
                        byHash.keySet().stream().map(HexFormat.of()::parseHex).toList())
                .query((row, number) -> new Erased(
                        row.getBytes("code_hash"), row.getDate("erased_on").toLocalDate()))
                .list()
                .forEach(one -> erased.put(
                        Objects.requireNonNull(byHash.get(HexFormat.of().formatHex(one.codeHash()))), one.erasedOn()));
        return erased;
    }

    private Optional<byte[]> key() {
        return jdbc.sql("select secret from erased_person_key where id = 1")
                .query(String.class)
                .optional()
                .map(secret -> Base64.getDecoder().decode(sealing.openText(PLACE, secret)));
    }

    /** Of two nodes that make one at the same moment, the first one's counts. */
    private byte[] newKey() {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        jdbc.sql("insert ignore into erased_person_key (id, secret) values (1, ?)")
                .param(sealing.seal(PLACE, Base64.getEncoder().encodeToString(bytes)))
                .update();
        return key().orElseThrow();
    }

    private static byte[] hash(byte[] key, String register, String code) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal((register + "/" + code).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }
}
