package fr.allervers.audit;

import fr.allervers.shared.Retry;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Chains what was written since last time, in the order of the ids seen, under one lock for all nodes (docs/adr/0031). */
@Component
class Sealing {

    private static final int CHUNK = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final JdbcTemplate jdbc;
    private final Subjects subjects;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sealing(JdbcTemplate jdbc, Subjects subjects, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Seals all that waits and says how many entries that were. */
    int seal() {
        var all = 0;
        int sealed;
        do {
            sealed = Retry.onConflict(() -> Objects.requireNonNull(transaction.execute(status -> chunk())));
            all += sealed;
        } while (sealed == CHUNK);
        return all;
    }

    /** Tells the log of the application, which is kept elsewhere, where the chain stands: who rewrites all of it is found out. */
    void tellHead() {
        var head = jdbc.queryForObject(
                "select seq, hash from audit_chain where id = 1",
                (row, number) -> row.getLong("seq") + ":" + HexFormat.of().formatHex(row.getBytes("hash")));
        LOG.info("Audit log stands at {}", head);
    }

    private record Head(long seq, byte[] hash) {}

    private int chunk() {
        var head = Objects.requireNonNull(jdbc.queryForObject(
                "select seq, hash from audit_chain where id = 1 for update",
                (row, number) -> new Head(row.getLong("seq"), row.getBytes("hash"))));
        var waiting = jdbc.query(
                "select " + Entry.COLUMNS + " from audit_entry where seq is null order by id limit " + CHUNK,
                Entry::of);
        if (waiting.isEmpty()) {
            return 0;
        }
        var end = write(head, concerning(waiting));
        jdbc.update(
                "update audit_chain set seq = ?, hash = ?, sealed_at = ? where id = 1",
                end.seq(),
                end.hash(),
                Timestamp.from(clock.instant()));
        return waiting.size();
    }

    private List<Entry> concerning(List<Entry> entries) {
        var known = subjects.concerned(entries.stream()
                .flatMap(entry -> subject(entry).stream())
                .distinct()
                .toList());
        return entries.stream()
                .map(entry -> entry.concerning(subject(entry).map(known::get).orElse(Concerned.NOBODY)))
                .toList();
    }

    private static Optional<Subject> subject(Entry entry) {
        return entry.subjectKind() == null || entry.subjectId() == null
                ? Optional.empty()
                : Optional.of(new Subject(entry.subjectKind(), entry.subjectId()));
    }

    private Head write(Head head, List<Entry> entries) {
        var place = head.seq();
        var hash = head.hash();
        var rows = new ArrayList<Object[]>();
        for (var entry : entries) {
            place++;
            hash = entry.hash(hash, place);
            rows.add(new Object[] {place, hash, entry.householdId(), entry.agencyId(), entry.id()});
        }
        jdbc.batchUpdate(
                "update audit_entry set seq = ?, hash = ?, household_id = ?, agency_id = ? where id = ?", rows);
        return new Head(place, hash);
    }
}
