package fr.allervers.arrears.lookup;

import fr.allervers.shared.Texts;
import fr.allervers.staff.StaffMember;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes every look-up down, in a transaction of its own: one that is refused leaves its trace too. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class LookupAudit {

    private final JdbcClient jdbc;
    private final Clock clock;

    LookupAudit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody searched and was shown so many households. */
    void searched(StaffMember by, String words, int hits) {
        jdbc.sql("insert into lookup_audit (staff_id, at, words_hash, hits, granted) values (?, ?, ?, ?, true)")
                .params(by.id(), clock.instant(), hash(words), hits)
                .update();
    }

    /** Somebody asked for a household's sheet, and got it or not. */
    void opened(StaffMember by, long householdId, boolean granted) {
        jdbc.sql("insert into lookup_audit (staff_id, at, household_id, granted) values (?, ?, ?, ?)")
                .params(by.id(), clock.instant(), householdId, granted)
                .update();
    }

    static byte[] hash(String words) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(Texts.fold(words).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
