package fr.allervers.audit;

import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The chain in the database: verified, and copied for who wants to verify it elsewhere. For administrators of all agencies. Both see one
 * moment of it: what is let go meanwhile is not missed.
 */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class AuditChain {

    private static final int CHUNK = 2_000;

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;

    AuditChain(JdbcClient jdbc, CurrentStaff currentStaff) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
    }

    /** Verifies every entry that is kept, 2,000 in memory at a time, and that the chain ends where it is said to end. */
    public ChainReport verify() {
        requireAdministrator();
        var head = head();
        var check = new ChainCheck(head.fromSeq(), head.fromHash());
        walk(head, entry -> {
            check.next(entry);
            return !check.isBroken();
        });
        check.mustEnd(head.seq() + ":" + HexFormat.of().formatHex(head.hash()));
        return check.report();
    }

    /** Every sealed entry as a line that {@link VerifyAudit} reads. */
    public void copy(Consumer<String> line) {
        requireAdministrator();
        var head = head();
        line.accept(ChainCopy.head(head.fromSeq(), head.fromHash()));
        walk(head, entry -> {
            line.accept(ChainCopy.line(entry));
            return true;
        });
    }

    private record Head(long seq, byte[] hash, long fromSeq, byte[] fromHash) {}

    private Head head() {
        return jdbc.sql("select seq, hash, from_seq, from_hash from audit_chain where id = 1")
                .query((row, number) -> new Head(
                        row.getLong("seq"), row.getBytes("hash"), row.getLong("from_seq"), row.getBytes("from_hash")))
                .single();
    }

    /** Hands over every sealed entry in order, until the taker has enough. */
    private void walk(Head head, Predicate<Entry> goesOn) {
        var after = head.fromSeq();
        while (after < head.seq()) {
            var chunk = jdbc.sql("select " + Entry.COLUMNS
                            + " from audit_entry where seq > ? and seq <= ? order by seq limit " + CHUNK)
                    .params(after, head.seq())
                    .query(Entry::of)
                    .list();
            if (chunk.isEmpty() || !chunk.stream().allMatch(goesOn)) {
                return;
            }
            after = Objects.requireNonNull(chunk.get(chunk.size() - 1).seq());
        }
    }

    private void requireAdministrator() {
        var person = currentStaff.require();
        if (!person.is(Role.ADMINISTRATOR) || !person.allAgencies()) {
            throw new AccessDeniedException("The whole log is for administrators of all agencies");
        }
    }
}
