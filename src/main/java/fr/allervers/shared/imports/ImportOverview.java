package fr.allervers.shared.imports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The imports of one kind of file as whoever runs the application sees them. */
public interface ImportOverview {

    /** The end of the message's key that names the kind. */
    String kind();

    /** The latest, newest first. */
    List<Standing> latest();

    /**
     * How an import stands.
     *
     * @param problem why it stopped, in French
     */
    record Standing(
            long id,
            String fileName,
            ImportState state,
            int linesTotal,
            int linesDone,
            int rejected,
            @Nullable String problem,
            String startedBy,
            Instant startedAt)
            implements ImportProgress {}
}
