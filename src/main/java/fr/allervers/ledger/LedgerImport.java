package fr.allervers.ledger;

import fr.allervers.ledger.files.FileFormat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import of a file of entries. Before it starts, the counts say what it would do.
 *
 * @param linesTotal movements and lines that cannot be one, without the header
 * @param posted booked on an account
 * @param suspended waiting for a person
 * @param known there already, by another file or line
 * @param rejected not taken
 * @param totalCents sum of what is booked or waits: below zero when more was paid than charged
 * @param problem why it stopped, in French
 */
public record LedgerImport(
        long id,
        String fileName,
        Source source,
        State state,
        FileFormat format,
        int linesTotal,
        int linesDone,
        int posted,
        int suspended,
        int known,
        int rejected,
        long totalCents,
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
        /** Waits for somebody to say what its columns are. */
        MAPPING,
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
