package fr.allervers.arrears.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A repayment plan (plan d'apurement) as kept. Amounts are cents.
 *
 * @param version 1 for the first plan of a case; a renegotiation counts on
 * @param previousId the plan whose place this one takes
 * @param debtAsOf the debt is that of this day's end
 * @param outsideCents what was owed besides: it is paid before the instalments, as the current rent is
 * @param caf made at the CAF's or MSA's request
 * @param breachOn since when an instalment is missed; none while none is
 * @param patienceUntil a missed instalment is let pass until this day, included
 * @param holdId what the ledger holds of the debt while the plan is kept to
 */
public record RepaymentPlan(
        long id,
        long caseId,
        long leaseId,
        long householdId,
        long agencyId,
        int version,
        @Nullable Long previousId,
        PlanStatus status,
        long debtCents,
        LocalDate debtAsOf,
        Instant debtReadAt,
        long outsideCents,
        long firstPaymentCents,
        @Nullable LocalDate firstPaymentOn,
        long instalmentCents,
        LocalDate firstMonth,
        int dayOfMonth,
        boolean caf,
        int toleranceDays,
        int reminderDays,
        Instant madeAt,
        String madeBy,
        @Nullable Instant signedAt,
        @Nullable SignedHow signedHow,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        @Nullable LocalDate breachOn,
        @Nullable LocalDate patienceUntil,
        @Nullable Long holdId) {

    public PlanTerms terms() {
        return new PlanTerms(
                debtCents, firstPaymentCents, firstPaymentOn, instalmentCents, YearMonth.from(firstMonth), dayOfMonth);
    }
}
