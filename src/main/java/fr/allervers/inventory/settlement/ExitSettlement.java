package fr.allervers.inventory.settlement;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an exit costs and what comes back (décompte de sortie). Amounts are cents.
 *
 * @param rentCents a month's rent without charges
 * @param provisionCents kept until the year's charges are known, in collective buildings
 * @param matching nothing is the tenant's: the deposit is due in one month, else in two
 * @param dueOn last day on which the deposit comes back in time
 */
public record ExitSettlement(
        long inventoryId,
        Status status,
        int versionNo,
        long depositCents,
        long rentCents,
        long provisionCents,
        LocalDate keysReturnedOn,
        boolean matching,
        LocalDate dueOn,
        @Nullable Instant sentAt,
        @Nullable LocalDate answerUntil,
        @Nullable Instant answeredAt,
        @Nullable String answerText,
        @Nullable LocalDate paidOn,
        long penaltyCents) {

    /** Where it stands. */
    public enum Status {
        DRAFT,
        SENT,
        AGREED,
        DISPUTED,
        /** Nobody answered in time: that is no agreement. */
        SILENT,
        /** Kept to after a dispute. */
        MAINTAINED,
        PAID
    }
}
