package fr.allervers.arrears.legal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A legal deadline of a case.
 *
 * @param dueOn last day on which it is met
 * @param proofFileId the file that proves it, if one was given
 */
public record Deadline(
        long id,
        long caseId,
        long householdId,
        long agencyId,
        DeadlineKind kind,
        LocalDate dueOn,
        State state,
        @Nullable LocalDate doneOn,
        @Nullable String doneBy,
        @Nullable Long proofFileId) {

    /** Where it stands. */
    public enum State {
        OPEN,
        /** Its task is open. */
        WARNED,
        DONE,
        /** No longer needed. */
        VOID;

        public boolean isPending() {
            return this == OPEN || this == WARNED;
        }
    }
}
