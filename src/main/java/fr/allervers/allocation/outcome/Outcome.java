package fr.allervers.allocation.outcome;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What follows the decision on one dwelling.
 *
 * @param currentId the {@link CandidateOutcome} to whom it is, or was last, proposed
 */
public record Outcome(
        long id,
        long itemId,
        long offeredDwellingId,
        long agencyId,
        State state,
        Instant decidedAt,
        @Nullable Instant endedAt,
        @Nullable Long currentId) {

    /** Where it stands. */
    public enum State {
        RUNNING,
        LET,
        /** Nobody of those allocated took it, or nobody was allocated. */
        EXHAUSTED,
        /** The dwelling was withdrawn. */
        STOPPED
    }
}
