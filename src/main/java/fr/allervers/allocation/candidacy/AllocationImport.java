package fr.allervers.allocation.candidacy;

import fr.allervers.shared.imports.ImportProgress;
import fr.allervers.shared.imports.ImportState;
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

    /** What the file holds. */
    public enum Kind {
        APPLICATIONS,
        DWELLINGS
    }
}
