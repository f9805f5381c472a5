package fr.allervers.allocation.candidacy;

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

/** How far the imports of applications and dwellings are, and who runs which. */
@Component
@Transactional
class AllocationJournal implements ImportOverview {

    private static final int LATEST = 5;

    private final ImportQueue queue;
    private final JdbcClient jdbc;

    AllocationJournal(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Clock clock,
            @Value("${allervers.allocation.turn:PT1M}") Duration turnLength) {
        this.queue = new ImportQueue("allocation_import", jdbc, batches, clock, turnLength);
        this.jdbc = jdbc;
    }

    public Optional<Turn> takeTurn() {
        return queue.takeTurn();
    }

    public void hold(Turn turn) {
        queue.hold(turn);
    }

    /** Adds a chunk to the counts. */
    public void advance(Turn turn, int lines, int created, int updated, int unchanged, List<Reject> rejects) {
        jdbc.sql(
                        "update allocation_import set lines_done = lines_done + ?, created = created + ?, updated = updated + ?, unchanged = unchanged + ?, rejected = rejected + ? where id = ?")
                .params(lines, created, updated, unchanged, rejects.size(), turn.importId())
                .update();
        queue.noteRejects(turn.importId(), rejects);
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

    public boolean queue(long id, ImportState... from) {
        return queue.queue(id, from);
    }

    public boolean cancel(long id, ImportState... from) {
        return queue.cancel(id, from);
    }

    @Override
    public String kind() {
        return "allocation";
    }

    @Override
    public List<Standing> latest() {
        return queue.latest(LATEST);
    }
}
