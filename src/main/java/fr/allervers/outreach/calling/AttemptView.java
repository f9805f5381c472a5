package fr.allervers.outreach.calling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call made to the household, as the call page lists it. */
public record AttemptView(
        Instant at,
        String callerName,
        Disposition disposition,
        @Nullable Grade grade,
        @Nullable String note) {

    AttemptView withNote(@Nullable String words) {
        return new AttemptView(at, callerName, disposition, grade, words);
    }
}
