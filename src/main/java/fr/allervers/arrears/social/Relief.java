package fr.allervers.arrears.social;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the landlord grants on a debt (mesure d'aide), proposed by one person and approved by another. Amounts are cents.
 *
 * @param level who approves it
 * @param untilOn of a postponement: last day on which the amount is not asked for
 * @param months of a spreading
 */
public record Relief(
        long id,
        long caseId,
        long leaseId,
        long householdId,
        long agencyId,
        Beneficiary beneficiary,
        Kind kind,
        State state,
        Level level,
        long amountCents,
        @Nullable LocalDate untilOn,
        @Nullable Integer months,
        String reason,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionNote) {

    /** Who benefits. */
    public enum Beneficiary {
        HOUSEHOLD,
        /** Commerce, local professionnel. */
        SHOP,
        ASSOCIATION
    }

    /** What is granted. */
    public enum Kind {
        POSTPONE,
        SPREAD,
        PARTIAL_REMISSION,
        TOTAL_REMISSION
    }

    /** Where it stands. */
    public enum State {
        PROPOSED,
        APPROVED,
        REFUSED,
        WITHDRAWN
    }

    /** Who approves. */
    public enum Level {
        SUPERVISOR,
        DIRECTOR
    }
}
