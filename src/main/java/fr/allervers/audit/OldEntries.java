package fr.allervers.audit;

import fr.allervers.shared.personal.DataKind;
import fr.allervers.shared.personal.PersonKeys;
import fr.allervers.shared.personal.PersonalTraces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets the oldest entries go, as retention says, from the beginning of the chain only: the place and the hash of the last one that went
 * are kept, and verifying begins there. The database lets nothing go in any other way (V72). An entry that tells of a person tells it by
 * a number, so an erasure finds nothing here.
 */
@Component
class OldEntries implements PersonalTraces {

    private static final Logger LOG = LoggerFactory.getLogger(OldEntries.class);

    private final JdbcClient jdbc;

    OldEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "audit-log";
    }

    @Override
    public DataKind kind() {
        return DataKind.AUDIT;
    }

    @Override
    public boolean last() {
        return false;
    }

    private record Place(long seq, Instant at, byte[] hash) {

        static Place of(ResultSet row, int number) throws SQLException {
            return new Place(
                    row.getLong("seq"),
                    Objects.requireNonNull(row.getTimestamp("at")).toInstant(),
                    row.getBytes("hash"));
        }
    }

    @Override
    public int purge(LocalDate before, int limit) {
        // The lock under which entries are sealed: nobody seals or lets go beside us.
        var from = jdbc.sql("select from_seq from audit_chain where id = 1 for update")
                .query(Long.class)
                .single();
        var over = beginning(from, before.atStartOfDay(ZoneOffset.UTC).toInstant(), limit);
        if (over.isEmpty()) {
            return 0;
        }
        var last = over.get(over.size() - 1);
        jdbc.sql("update audit_chain set from_seq = ?, from_hash = ? where id = 1")
                .params(last.seq(), last.hash())
                .update();
        jdbc.sql("delete from audit_entry where seq > ? and seq <= ?")
                .params(from, last.seq())
                .update();
        LOG.info("Audit log begins after {}:{}", last.seq(), HexFormat.of().formatHex(last.hash()));
        return over.size();
    }

    /** Entries from the beginning up to the first that is kept: an older one behind that waits for it. */
    private List<Place> beginning(long from, Instant kept, int limit) {
        return jdbc
                .sql("select seq, at, hash from audit_entry where seq > ? order by seq limit ?")
                .params(from, limit)
                .query(Place::of)
                .list()
                .stream()
                .takeWhile(place -> place.at().isBefore(kept))
                .toList();
    }

    @Override
    public int erase(PersonKeys person, int limit) {
        return 0;
    }
}
