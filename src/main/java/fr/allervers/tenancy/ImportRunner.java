package fr.allervers.tenancy;

import fr.allervers.documents.DocumentStore;
import fr.allervers.shared.Retry;
import fr.allervers.shared.imports.ImportQueue;
import fr.allervers.tenancy.ImportJournal.Turn;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Runs imports whose turn it is, chunk by chunk, from where the last transaction ended. */
@Component
class ImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final int CHUNK = 500;

    private final ImportJournal journal;
    private final DocumentStore documents;
    private final RegisterChunkWriter writer;
    private final Departures departures;
    private final ErasedTenants erased;
    private final Clock clock;

    ImportRunner(
            ImportJournal journal,
            DocumentStore documents,
            RegisterChunkWriter writer,
            Departures departures,
            ErasedTenants erased,
            Clock clock) {
        this.journal = journal;
        this.documents = documents;
        this.writer = writer;
        this.departures = departures;
        this.erased = erased;
        this.clock = clock;
    }

    /** Runs what waits until nothing does or another node runs something; how many turns were taken. */
    int runAll() {
        var turns = 0;
        for (var turn = journal.takeTurn(); turn.isPresent(); turn = journal.takeTurn()) {
            turns++;
            run(turn.get());
        }
        return turns;
    }

    private void run(Turn turn) {
        try {
            lines(turn);
            while (Retry.onConflict(() -> departures.publishSome(turn))) {
                LOG.debug("Import {} tells of departures", turn.importId());
            }
            journal.finish(turn);
        } catch (ImportQueue.TurnLost e) {
            LOG.warn("Import {} was taken over", turn.importId());
        } catch (IOException | RuntimeException e) {
            LOG.error("Import {} stopped", turn.importId(), e);
            journal.stumble(turn, "L’import s’est arrêté : " + Objects.toString(e.getMessage(), e.toString()));
        }
    }

    private void lines(Turn turn) throws IOException {
        try (var file = new RegisterFile(() -> documents.open(turn.storedFileId()), turn.format())) {
            var chunks = new ChunkReader(file, LocalDate.now(clock));
            chunks.next(turn.linesDone());
            for (var chunk = chunks.next(CHUNK); chunk.size() > 0; chunk = chunks.next(CHUNK)) {
                write(turn, erased.refuse(chunk));
            }
        }
    }

    /** A line that the database refuses for a reason that we did not foresee is rejected alone. */
    private void write(Turn turn, RegisterChunk chunk) {
        try {
            Retry.onConflict(() -> writer.write(turn, chunk));
        } catch (DataIntegrityViolationException e) {
            if (chunk.lines().isEmpty()) {
                throw e;
            }
            if (chunk.lines().size() == 1) {
                LOG.warn(
                        "Import {}: line {} refused",
                        turn.importId(),
                        chunk.lines().get(0).number(),
                        e);
                Retry.onConflict(
                        () -> writer.write(turn, chunk.rejectingItsOnlyLine("refusée par la base de données")));
                return;
            }
            chunk.halves().forEach(half -> write(turn, half));
        }
    }
}
