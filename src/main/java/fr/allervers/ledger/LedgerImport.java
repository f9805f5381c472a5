package fr.allervers.ledger;

import fr.allervers.ledger.files.FileFormat;
import fr.allervers.shared.imports.ImportProgress;
import fr.allervers.shared.imports.ImportState;
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
        ImportState state,
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
        @Nullable Instant endedAt)
        implements ImportProgress {

    /** Where the file came from. */
    public enum Source {
        SCREEN,
        API
    }
}
