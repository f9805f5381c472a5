package fr.allervers.shared.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which import runs, on which node, and how far it is: one at a time over all nodes. A node holds its turn for a while,
 * renewed with every chunk; when it dies, another takes over where the last transaction ended. It works on three tables that
 * the module owns: {@code <table>} with state (READY, QUEUED, RUNNING, DONE, FAILED, CANCELLED), stored_file_id, lines_done,
 * lines_total, file_name, rejected, worker, lease_until, stumbles, problem, started_by, started_at and ended_at; {@code <table>_reject};
 * {@code <table>_turn} with one row.
 * Each call belongs into a transaction of the caller's.
 */
public final class ImportQueue {

    private static final int STUMBLES = 3;
    private static final int PROBLEM = 400;

    private final String table;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final Duration turnLength;

    /** @param table name of the module's table of imports, written in its code, never from outside */
    public ImportQueue(String table, JdbcClient jdbc, JdbcTemplate batches, Clock clock, Duration turnLength) {
        this.table = table;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
        this.turnLength = turnLength;
    }

    /** A node's turn at an import. */
    public record Turn(long importId, String worker, long storedFileId, int linesDone) {}

    /** A line that was not taken, and why, in French. */
    public record Reject(int line, String reason, String content) {

        private static final int REASON = 300;
        private static final int CONTENT = 2000;

        public Reject {
            reason = reason.length() > REASON ? reason.substring(0, REASON) : reason;
            content = content.length() > CONTENT ? content.substring(0, CONTENT) : content;
        }
    }

    /** Another node has taken the import over: nothing more is to be written by this one. */
    public static final class TurnLost extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record Next(long id, long storedFileId, int linesDone, boolean held) {}

    /** Takes the next import whose turn it is; none while one is running. */
    public Optional<Turn> takeTurn() {
        var mine = jdbc.sql("select id from " + table + "_turn where id = 1 for update skip locked")
                .query(Long.class)
                .optional();
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("select id, stored_file_id, lines_done, state = 'RUNNING' and lease_until > :now as held from "
                        + table + " where state in ('QUEUED', 'RUNNING') order by state = 'RUNNING' desc, id limit 1")
                .param("now", clock.instant())
                .query(Next.class)
                .optional()
                .filter(next -> !next.held())
                .map(this::take);
    }

    /** Makes sure, and keeps so until the transaction ends, that this node still runs the import. */
    public void hold(Turn turn) {
        var held = jdbc.sql("update " + table
                        + " set lease_until = ?, stumbles = 0 where id = ? and worker = ? and state = 'RUNNING'")
                .params(clock.instant().plus(turnLength), turn.importId(), turn.worker())
                .update();
        if (held == 0) {
            throw new TurnLost();
        }
    }

    /** Keeps the lines that were not taken. */
    public void noteRejects(long importId, List<Reject> rejects) {
        if (!rejects.isEmpty()) {
            batches.batchUpdate(
                    "insert into " + table + "_reject (import_id, line_no, reason, content) values (?, ?, ?, ?)",
                    rejects.stream()
                            .map(reject -> new Object[] {importId, reject.line(), reject.reason(), reject.content()})
                            .toList());
        }
    }

    /** Ends the import. */
    public void finish(Turn turn) {
        hold(turn);
        jdbc.sql("update " + table
                        + " set state = 'DONE', ended_at = ?, worker = null, lease_until = null where id = ?")
                .params(clock.instant(), turn.importId())
                .update();
    }

    /** Notes that the import failed; it is tried again at once, three times in all without a chunk written between. */
    public void stumble(Turn turn, String problem) {
        jdbc.sql("update " + table + """
                         set stumbles = stumbles + 1, lease_until = :now,
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
    public boolean queue(long id, ImportState... from) {
        var queued = jdbc.sql("update " + table + """
                         set state = 'QUEUED', stumbles = 0, problem = null, ended_at = null,
                               rejected = if(lines_done = 0, 0, rejected) where id = :id and state in (:from)
                        """)
                        .param("id", id)
                        .param("from", names(from))
                        .update()
                == 1;
        if (queued) {
            // Those found when the file was looked through; the import notes its own.
            jdbc.sql("delete from " + table + "_reject where import_id = ? and (select lines_done from " + table
                            + " where id = ?) = 0")
                    .params(id, id)
                    .update();
        }
        return queued;
    }

    /** Gives an import up before it runs; false when it is not in one of these states. */
    public boolean cancel(long id, ImportState... from) {
        return jdbc.sql("update " + table
                                + " set state = 'CANCELLED', ended_at = :now where id = :id and state in (:from)")
                        .param("now", clock.instant())
                        .param("id", id)
                        .param("from", names(from))
                        .update()
                == 1;
    }

    /** The latest imports, newest first. */
    public List<ImportOverview.Standing> latest(int limit) {
        return jdbc.sql(
                        "select id, file_name, state, lines_total, lines_done, rejected, problem, started_by, started_at from "
                                + table + " order by id desc limit " + limit)
                .query(ImportOverview.Standing.class)
                .list();
    }

    private Turn take(Next next) {
        var worker = UUID.randomUUID().toString();
        jdbc.sql("update " + table + " set state = 'RUNNING', worker = ?, lease_until = ? where id = ?")
                .params(worker, clock.instant().plus(turnLength), next.id())
                .update();
        return new Turn(next.id(), worker, next.storedFileId(), next.linesDone());
    }

    private static List<String> names(ImportState... states) {
        return Arrays.stream(states).map(Enum::name).toList();
    }
}
