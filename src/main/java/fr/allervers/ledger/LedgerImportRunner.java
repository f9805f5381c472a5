package fr.allervers.ledger;

import fr.allervers.ledger.ChunkSorter.Read;
import fr.allervers.ledger.files.LedgerFile;
import fr.allervers.ledger.files.LedgerFile.Item;
import fr.allervers.shared.Retry;
import fr.allervers.shared.imports.ImportQueue.Turn;
import fr.allervers.shared.imports.ImportQueue.TurnLost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs imports whose turn it is, chunk by chunk, from where the last transaction ended. */
@Component
public class LedgerImportRunner {

    static final int CHUNK = 1000;

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
        try (var file = files.open(turn.importId())) {
            var by = journal.startedBy(turn);
            var keys = new MovementKeys();
            // What is done is read again for its counts: the same payment twice stays the first and the second.
            for (var done = 0; done < turn.linesDone(); ) {
                var items = next(file, Math.min(CHUNK, turn.linesDone() - done));
                if (items.isEmpty()) {
                    break;
                }
                Read.of(items, keys);
                done += items.size();
            }
            for (var items = next(file, CHUNK); !items.isEmpty(); items = next(file, CHUNK)) {
                var read = Read.of(items, keys);
                Retry.onConflict(() -> writer.write(turn, read, by));
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

    /** The next items, this many at most; none at the end. */
    static List<Item> next(LedgerFile file, int size) throws IOException {
        var items = new ArrayList<Item>(size);
        while (items.size() < size) {
            var item = file.next();
            if (item == null) {
                break;
            }
            items.add(item);
        }
        return items;
    }
}
