package fr.allervers.allocation.candidacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import of applications or of vacant dwellings.
 *
 * @param linesTotal without the header
 * @param problem why it stopped, in French
 */
public record AllocationImport(
        long id,
        Kind kind,
        String fileName,
        State state,
        int linesTotal,
        int linesDone,
        int created,
        int updated,
        int unchanged,
        int rejected,
        @Nullable String problem,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** What the file holds. */
    public enum Kind {
        APPLICATIONS,
        DWELLINGS
    }

    /** Where an import stands. */
    public enum State {
        /** Looked through; waits for somebody to start it. */
        READY,
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    public boolean isUnderWay() {
        return state == State.QUEUED || state == State.RUNNING;
    }

    /** From 0 to 100. */
    public int percent() {
        return linesTotal == 0 ? 0 : (int) (100L * linesDone / linesTotal);
    }
}
