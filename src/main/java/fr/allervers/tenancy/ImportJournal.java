package fr.allervers.tenancy;

import fr.allervers.shared.imports.CsvFormat;
import fr.allervers.shared.imports.ImportOverview;
import fr.allervers.shared.imports.ImportQueue;
import fr.allervers.shared.imports.ImportQueue.Reject;
import fr.allervers.shared.imports.ImportState;
import fr.allervers.tenancy.RegisterChunkWriter.Tally;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far the register's imports are, and who runs which. */
@Component
@Transactional
class ImportJournal implements ImportOverview {

    private static final int LATEST = 5;

    private final ImportQueue queue;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ImportJournal(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Clock clock,
            @Value("${allervers.register.turn:PT1M}") Duration turnLength) {
        this.queue = new ImportQueue("register_import", jdbc, batches, clock, turnLength);
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A node's turn at an import, and how its file is written. */
    record Turn(ImportQueue.Turn held, CsvFormat format) {

        long importId() {
            return held.importId();
        }

        long storedFileId() {
            return held.storedFileId();
        }

        int linesDone() {
            return held.linesDone();
        }
    }

    private record Kept(String charset, String delimiterChar) {}

    /** Takes the next import whose turn it is; none while one is running. */
    public Optional<Turn> takeTurn() {
        return queue.takeTurn().map(held -> new Turn(held, format(held.importId())));
    }

    /** Makes sure, and keeps so until the transaction ends, that this node still runs the import. */
    public void hold(Turn turn) {
        queue.hold(turn.held());
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

    void noteRejects(long importId, List<Reject> rejects) {
        queue.noteRejects(importId, rejects);
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
        queue.finish(turn.held());
    }

    /** Notes that the import failed; it is tried again at once, three times in all without a chunk written between. */
    public void stumble(Turn turn, String problem) {
        queue.stumble(turn.held(), problem);
    }

    /** Puts an import into the queue; false when it is not in one of these states. */
    public boolean queue(long id, ImportState... from) {
        return queue.queue(id, from);
    }

    /** Gives an import up before it runs; false when it is not in one of these states. */
    public boolean cancel(long id, ImportState... from) {
        return queue.cancel(id, from);
    }

    private CsvFormat format(long importId) {
        var kept = jdbc.sql("select charset, delimiter_char from register_import where id = ?")
                .param(importId)
                .query(Kept.class)
                .single();
        return new CsvFormat(
                Charset.forName(kept.charset()), kept.delimiterChar().charAt(0));
    }

    @Override
    public String kind() {
        return "register";
    }

    @Override
    public List<Standing> latest() {
        return queue.latest(LATEST);
    }
}
