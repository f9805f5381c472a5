package fr.allervers.tenancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import of a register file. Counts are lines without the header.
 *
 * @param linesDone how many are read, taken or rejected
 * @param rejected before the start: how many will be
 * @param problem why it stopped, in French
 */
public record RegisterImport(
        long id,
        String fileName,
        Source source,
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

    /** Where the file came from. */
    public enum Source {
        SCREEN,
        API
    }

    /** Where an import stands. */
    public enum State {
        /** Looked through; waits for somebody to start it. */
        READY,
        /** Waits for its turn. */
        QUEUED,
        RUNNING,
        DONE,
        /** Stopped by a failure that repeats itself; what was written stays, and it can be started again. */
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
