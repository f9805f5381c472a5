package fr.allervers.ledger;

import fr.allervers.shared.imports.ImportOverview;
import fr.allervers.shared.imports.ImportQueue;
import fr.allervers.shared.imports.ImportQueue.Reject;
import fr.allervers.shared.imports.ImportQueue.Turn;
import fr.allervers.shared.imports.ImportState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far the ledger's imports are, and who runs which. */
@Component
@Transactional
class LedgerJournal implements ImportOverview {

    private static final int LATEST = 5;

    private final ImportQueue queue;
    private final JdbcClient jdbc;

    LedgerJournal(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Clock clock,
            @Value("${allervers.ledger.turn:PT1M}") Duration turnLength) {
        this.queue = new ImportQueue("ledger_import", jdbc, batches, clock, turnLength);
        this.jdbc = jdbc;
    }

    public Optional<Turn> takeTurn() {
        return queue.takeTurn();
    }

    public void hold(Turn turn) {
        queue.hold(turn);
    }

    /** Who started the import: named with each entry. */
    public String startedBy(Turn turn) {
        return jdbc.sql("select started_by from ledger_import where id = ?")
                .param(turn.importId())
                .query(String.class)
                .single();
    }

    public void advance(Turn turn, SortedChunk chunk) {
        count(turn.importId(), chunk, chunk.size());
        queue.noteRejects(turn.importId(), chunk.rejects());
    }

    /** Adds a chunk to the counts; lines done stay while a file is only looked through. */
    void count(long importId, SortedChunk chunk, int done) {
        jdbc.sql("""
                        update ledger_import set lines_done = lines_done + ?, posted = posted + ?, suspended = suspended + ?,
                               known = known + ?, rejected = rejected + ?, total_cents = total_cents + ? where id = ?
                        """)
                .params(
                        done,
                        chunk.booked().size(),
                        chunk.waiting().size(),
                        chunk.known(),
                        chunk.bad(),
                        chunk.cents(),
                        importId)
                .update();
    }

    void noteRejects(long importId, List<Reject> rejects) {
        queue.noteRejects(importId, rejects);
    }

    public void finish(Turn turn) {
        queue.finish(turn);
    }

    public void stumble(Turn turn, String problem) {
        queue.stumble(turn, problem);
    }

    /** Puts an import into the queue; false when it is not in one of these states. */
    public boolean queue(long id, ImportState... from) {
        var queued = queue.queue(id, from);
        if (queued) {
            // The forecast gives way to what happens.
            jdbc.sql(
                            "update ledger_import set posted = 0, suspended = 0, known = 0, total_cents = 0 where id = ? and lines_done = 0")
                    .param(id)
                    .update();
        }
        return queued;
    }

    /** Gives an import up before it runs, so that its file may come again; false when it is not in one of these states. */
    public boolean cancel(long id, ImportState... from) {
        var cancelled = queue.cancel(id, from);
        if (cancelled) {
            jdbc.sql("update ledger_import set file_hash = null, idempotency_key = null where id = ?")
                    .param(id)
                    .update();
        }
        return cancelled;
    }

    @Override
    public String kind() {
        return "ledger";
    }

    @Override
    public List<Standing> latest() {
        return queue.latest(LATEST);
    }
}
