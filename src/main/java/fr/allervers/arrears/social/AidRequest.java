package fr.allervers.arrears.social;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Aid asked for a household. Amounts are cents.
 *
 * @param followOn the day on which somebody asks again
 */
public record AidRequest(
        long id,
        long caseId,
        long householdId,
        long agencyId,
        AidScheme scheme,
        State state,
        @Nullable Long askedCents,
        @Nullable Long grantedCents,
        LocalDate askedOn,
        LocalDate followOn,
        @Nullable LocalDate decidedOn,
        @Nullable String note) {

    /** Where it stands. */
    public enum State {
        ASKED,
        /** The file is complete, an answer is awaited. */
        PENDING,
        GRANTED,
        REFUSED,
        WITHDRAWN;

        public boolean isOpen() {
            return this == ASKED || this == PENDING;
        }
    }

    AidRequest withNote(@Nullable String words) {
        return new AidRequest(
                id,
                caseId,
                householdId,
                agencyId,
                scheme,
                state,
                askedCents,
                grantedCents,
                askedOn,
                followOn,
                decidedOn,
                words);
    }
}
