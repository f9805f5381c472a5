package fr.allervers.allocation.urgent;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An urgent allocation, as recorded and listed.
 *
 * @param person whom it is for
 * @param toldOn the day on which the committee was told; none when it is still to be
 */
public record UrgentAllocation(
        long id,
        long agencyId,
        String dwelling,
        String person,
        Reason reason,
        String facts,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedWords,
        @Nullable String placedForm,
        @Nullable LocalDate placedOn,
        @Nullable LocalDate toldOn) {

    /** Why nobody may wait for the committee. */
    public enum Reason {
        VIOLENCE,
        DISASTER
    }

    /** Where it stands. */
    public enum State {
        ASKED,
        APPROVED,
        REFUSED,
        PLACED
    }
}
