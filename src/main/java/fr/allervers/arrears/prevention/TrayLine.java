package fr.allervers.arrears.prevention;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case as the worktray lists it, with the one act recommended.
 *
 * @param phone a number that works, in E.164, of somebody who may be called
 * @param debtCents as the account was last read
 * @param act key of its name, {@code arrears.act.<act>}
 * @param actOn until when it is on time
 */
public record TrayLine(
        long id,
        String title,
        String place,
        String agencyName,
        @Nullable String phone,
        CaseStatus status,
        long debtCents,
        BigDecimal monthsOwed,
        String act,
        LocalDate actOn,
        String actReason,
        Urgency urgency,
        @Nullable Instant lastContactAt) {}
