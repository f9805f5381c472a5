package fr.allervers.arrears.prevention;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case of unpaid rent (dossier d'impayé): one lease, from its opening until the debt is cleared. Amounts are cents, as the
 * account was last read for the case: acts read the account again.
 *
 * @param since due day of the oldest unpaid charge when it was opened: the ladder counts from it
 * @param lastStep the last step taken; none before the first
 * @param answer how the household answered last; none while it has not, or when it came to nothing
 * @param pausedUntil first day on which prevention goes on
 */
public record ArrearsCase(
        long id,
        long leaseId,
        long householdId,
        long agencyId,
        CaseStatus status,
        LocalDate openedOn,
        LocalDate since,
        long debtCents,
        long collectableCents,
        BigDecimal monthsOwed,
        @Nullable LadderStep lastStep,
        @Nullable LocalDate lastStepOn,
        @Nullable Answer answer,
        @Nullable LocalDate answeredOn,
        @Nullable PauseReason pauseReason,
        @Nullable LocalDate pausedUntil,
        @Nullable Instant lastContactAt,
        @Nullable Instant closedAt,
        @Nullable CloseReason closeReason) {

    public boolean isOpen() {
        return status != CaseStatus.CLOSED;
    }
}
