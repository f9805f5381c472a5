package fr.allervers.tenancy;

import fr.allervers.shared.imports.ImportProgress;
import fr.allervers.shared.imports.ImportState;
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
        ImportState state,
        int linesTotal,
        int linesDone,
        int created,
        int updated,
        int unchanged,
        int rejected,
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
