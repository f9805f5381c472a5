package fr.allervers.allocation.candidacy;

import fr.allervers.shared.Retry;
import fr.allervers.shared.imports.ImportQueue.Turn;
import fr.allervers.shared.imports.ImportQueue.TurnLost;
import fr.allervers.staff.StaffDirectory;
import java.io.IOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs imports whose turn it is, chunk by chunk, from where the last transaction ended. */
@Component
public class ImportRuns {

    static final int CHUNK = 200;

    private static final Logger LOG = LoggerFactory.getLogger(ImportRuns.class);

    private final AllocationJournal journal;
    private final AllocationImports imports;
    private final ImportWriter writer;
    private final StaffDirectory staff;
    private final JdbcClient jdbc;

    ImportRuns(
            AllocationJournal journal,
            AllocationImports imports,
            ImportWriter writer,
            StaffDirectory staff,
            JdbcClient jdbc) {
        this.journal = journal;
        this.imports = imports;
        this.writer = writer;
        this.staff = staff;
        this.jdbc = jdbc;
    }

    /** Runs what waits until nothing does or another node runs something. */
    public void runAll() {
        for (var turn = journal.takeTurn(); turn.isPresent(); turn = journal.takeTurn()) {
            run(turn.get());
        }
    }

    private void run(Turn turn) {
        try (var file = imports.open(turn.importId())) {
            var by = staff.byUsername(startedBy(turn)).orElseThrow();
            for (var skipped = 0; skipped < turn.linesDone(); ) {
                skipped +=
                        file.next(Math.min(CHUNK, turn.linesDone() - skipped)).size();
            }
            for (var lines = file.next(CHUNK); !lines.isEmpty(); lines = file.next(CHUNK)) {
                var chunk = lines;
                Retry.onConflict(() -> writer.write(turn, chunk, by));
            }
            journal.finish(turn);
        } catch (TurnLost e) {
            LOG.warn("Import {} was taken over", turn.importId());
        } catch (IOException | RuntimeException e) {
            LOG.error("Import {} stopped", turn.importId(), e);
            journal.stumble(turn, "L’import s’est arrêté : " + Objects.toString(e.getMessage(), e.toString()));
        }
    }

    private String startedBy(Turn turn) {
        return jdbc.sql("select started_by from allocation_import where id = ?")
                .param(turn.importId())
                .query(String.class)
                .single();
    }

    @Component
    @ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
    static class Schedule {

        private final ImportRuns runs;

        Schedule(ImportRuns runs) {
            this.runs = runs;
        }

        @Scheduled(fixedDelayString = "${allervers.allocation.look-every:PT1S}")
        void look() {
            runs.runAll();
        }
    }
}
