package fr.allervers.tenancy;

import fr.allervers.tenancy.RegisterChunkWriter.Tally;
import fr.allervers.tenancy.RegisterImport.State;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far the imports are, and who runs which: one at a time over all nodes. A node holds its turn for a minute, renewed
 * with every chunk; when it dies, another takes over where the last transaction ended.
 */
@Component
@Transactional
class ImportJournal {

    private static final int STUMBLES = 3;
    private static final int PROBLEM = 400;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final Duration turnLength;

    ImportJournal(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Clock clock,
            @Value("${allervers.register.turn:PT1M}") Duration turnLength) {
        this.turnLength = turnLength;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** A node's turn at an import. */
    record Turn(long importId, String worker, long storedFileId, RegisterFormat format, int linesDone) {}

    /** Another node has taken the import over: nothing more is to be written by this one. */
    static final class TurnLost extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record Next(
            long id, long storedFileId, String charset, String delimiterChar, int linesDone, boolean held) {}

    /** Takes the next import whose turn it is; none while one is running. */
    public Optional<Turn> takeTurn() {
        var mine = jdbc.sql("select id from register_import_turn where id = 1 for update skip locked")
                .query(Long.class)
                .optional();
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select id, stored_file_id, charset, delimiter_char, lines_done, state = 'RUNNING' and lease_until > :now as held
                          from register_import where state in ('QUEUED', 'RUNNING') order by state = 'RUNNING' desc, id limit 1
                        """)
                .param("now", clock.instant())
                .query(Next.class)
                .optional()
                .filter(next -> !next.held())
                .map(this::take);
    }

    /** Makes sure, and keeps so until the transaction ends, that this node still runs the import. */
    public void hold(Turn turn) {
        var held = jdbc.sql(
                        "update register_import set lease_until = ?, stumbles = 0 where id = ? and worker = ? and state = 'RUNNING'")
                .params(clock.instant().plus(turnLength), turn.importId(), turn.worker())
                .update();
        if (held == 0) {
            throw new TurnLost();
        }
    }

    void advance(Turn turn, RegisterChunk chunk, Tally tally) {
        jdbc.sql("""
                        update register_import set lines_done = lines_done + ?, created = created + ?, updated = updated + ?,
                               unchanged = unchanged + ?, rejected = rejected + ? where id = ?
                        """)
                .params(
                        chunk.size(),
                        tally.created(),
                        tally.updated(),
                        tally.unchanged(),
                        chunk.rejects().size(),
                        turn.importId())
                .update();
        noteRejects(turn.importId(), chunk.rejects());
    }

    void noteRejects(long importId, List<RegisterChunk.Reject> rejects) {
        if (!rejects.isEmpty()) {
            batches.batchUpdate(
                    "insert into register_import_reject (import_id, line_no, reason, content) values (?, ?, ?, ?)",
                    rejects.stream()
                            .map(reject -> new Object[] {importId, reject.line(), reject.reason(), reject.content()})
                            .toList());
        }
    }

    void noteDepartures(Turn turn, Collection<Long> households) {
        if (!households.isEmpty()) {
            batches.batchUpdate(
                    "insert ignore into register_departure (import_id, household_id) values (?, ?)",
                    households.stream()
                            .map(household -> new Object[] {turn.importId(), household})
                            .toList());
        }
    }

    /** Ends the import. */
    public void finish(Turn turn) {
        hold(turn);
        jdbc.sql(
                        "update register_import set state = 'DONE', ended_at = ?, worker = null, lease_until = null where id = ?")
                .params(clock.instant(), turn.importId())
                .update();
    }

    /** Notes that the import failed; it is tried again at once, three times in all without a chunk written between. */
    public void stumble(Turn turn, String problem) {
        jdbc.sql("""
                        update register_import set stumbles = stumbles + 1, lease_until = :now,
                               state = if(stumbles >= :most, 'FAILED', state), ended_at = if(stumbles >= :most, :now, null), problem = :problem
                         where id = :id and worker = :worker and state = 'RUNNING'
                        """)
                .param("now", clock.instant())
                .param("most", STUMBLES)
                .param("problem", problem.length() > PROBLEM ? problem.substring(0, PROBLEM) : problem)
                .param("id", turn.importId())
                .param("worker", turn.worker())
                .update();
    }

    /** Puts an import into the queue; false when it is not in one of these states. */
    public boolean queue(long id, State... from) {
        var queued = jdbc.sql("""
                        update register_import set state = 'QUEUED', stumbles = 0, problem = null, ended_at = null,
                               rejected = if(lines_done = 0, 0, rejected) where id = :id and state in (:from)
                        """).param("id", id).param("from", names(from)).update() == 1;
        if (queued) {
            // Those found when the file was looked through; the import notes its own.
            jdbc.sql(
                            "delete from register_import_reject where import_id = ? and (select lines_done from register_import where id = ?) = 0")
                    .params(id, id)
                    .update();
        }
        return queued;
    }

    /** Gives an import up before it runs; false when it is not in one of these states. */
    public boolean cancel(long id, State... from) {
        return jdbc.sql(
                                "update register_import set state = 'CANCELLED', ended_at = :now where id = :id and state in (:from)")
                        .param("now", clock.instant())
                        .param("id", id)
                        .param("from", names(from))
                        .update()
                == 1;
    }

    private Turn take(Next next) {
        var worker = UUID.randomUUID().toString();
        jdbc.sql("update register_import set state = 'RUNNING', worker = ?, lease_until = ? where id = ?")
                .params(worker, clock.instant().plus(turnLength), next.id())
                .update();
        var format = new RegisterFormat(
                Charset.forName(next.charset()), next.delimiterChar().charAt(0));
        return new Turn(next.id(), worker, next.storedFileId(), format, next.linesDone());
    }

    private static List<String> names(State... states) {
        return List.of(states).stream().map(State::name).toList();
    }
}
