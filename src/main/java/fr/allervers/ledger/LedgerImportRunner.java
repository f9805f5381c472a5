package fr.allervers.ledger;

import fr.allervers.ledger.ChunkSorter.Read;
import fr.allervers.shared.Retry;
import fr.allervers.shared.imports.ImportQueue.Turn;
import fr.allervers.shared.imports.ImportQueue.TurnLost;
import java.io.IOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Runs imports whose turn it is, chunk by chunk, from where the last transaction ended. */
@Component
public class LedgerImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerImportRunner.class);

    private final LedgerJournal journal;
    private final LedgerFiles files;
    private final LedgerChunkWriter writer;
    private final ArrearsNote arrears;

    LedgerImportRunner(LedgerJournal journal, LedgerFiles files, LedgerChunkWriter writer, ArrearsNote arrears) {
        this.journal = journal;
        this.files = files;
        this.writer = writer;
        this.arrears = arrears;
    }

    /** Runs what waits until nothing does or another node runs something; how many turns were taken. */
    public int runAll() {
        var turns = 0;
        for (var turn = journal.takeTurn(); turn.isPresent(); turn = journal.takeTurn()) {
            turns++;
            run(turn.get());
        }
        return turns;
    }

    private void run(Turn turn) {
        try (var chunks = files.readAhead(turn.importId(), turn.linesDone())) {
            var by = journal.startedBy(turn);
            for (var chunk = chunks.next(); chunk.size() > 0; chunk = chunks.next()) {
                write(turn, chunk, by);
            }
            Retry.onConflict(arrears::refresh);
            journal.finish(turn);
        } catch (TurnLost e) {
            LOG.warn("Import {} was taken over", turn.importId());
        } catch (IOException | RuntimeException e) {
            LOG.error("Import {} stopped", turn.importId(), e);
            journal.stumble(turn, "L’import s’est arrêté : " + Objects.toString(e.getMessage(), e.toString()));
        }
    }

    private void write(Turn turn, Read read, String by) {
        try {
            Retry.onConflict(() -> writer.write(turn, read, by));
        } catch (DuplicateKeyException e) {
            // Booked since it was looked up ahead.
            Retry.onConflict(() -> writer.write(turn, read.doubted(), by));
        }
    }
}
