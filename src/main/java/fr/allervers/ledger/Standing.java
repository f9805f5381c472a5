package fr.allervers.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a rent account stands at the end of a day. Amounts are cents.
 *
 * @param agencyId the household's agency today
 * @param balanceCents what the tenant owes; below zero what the tenant has paid in advance
 * @param heldCents what is disputed, frozen or expected from the CAF on that day
 * @param grossMonthCents rent and charges of the last month charged, 0 when none was
 * @param aidMonthCents housing aid that the landlord received for that month or, while it is on its way, one of the two before
 * @param debtSince due day of the oldest charge that the payments do not cover, payments being counted on the oldest charge
 *     first; none without a debt
 * @param lastPaymentOn day of the last payment by the household that was not taken back
 * @param lastPaymentCents what it paid on that day
 */
public record Standing(
        long leaseId,
        long householdId,
        long agencyId,
        LocalDate on,
        long balanceCents,
        long heldCents,
        long grossMonthCents,
        long aidMonthCents,
        @Nullable LocalDate debtSince,
        @Nullable LocalDate lastPaymentOn,
        long lastPaymentCents) {

    /** What the tenant owes; 0 when nothing. */
    public long debtCents() {
        return Math.max(0, balanceCents);
    }

    /** The debt without what is held: the only amount that letters and messages may ask for. */
    public long collectableCents() {
        return Math.max(0, debtCents() - heldCents);
    }

    public boolean isAidToLandlord() {
        return aidMonthCents > 0;
    }

    /**
     * What a month costs the tenant: rent and charges, less the aid when the landlord receives it (CCH art. R. 824-1 until 31
     * December 2026). Where the aid covers the whole, a month is counted without it.
     */
    public long monthCents() {
        var net = grossMonthCents - aidMonthCents;
        return net > 0 ? net : grossMonthCents;
    }

    /** The debt in months, to one decimal, rounded down: below two months is never shown as two. 0 while nothing was charged. */
    public BigDecimal monthsOwed() {
        return monthCents() == 0
                ? BigDecimal.ZERO.setScale(1)
                : BigDecimal.valueOf(debtCents()).divide(BigDecimal.valueOf(monthCents()), 1, RoundingMode.DOWN);
    }

    /** Whether the debt is at least this many months: compared on cents, not on the rounded number. */
    public boolean owesMonths(int months) {
        return monthCents() > 0 && debtCents() >= months * monthCents();
    }

    /** Age of the debt in days: 0 without one, and on the day on which the oldest charge was due. */
    public long daysOwed() {
        return debtSince == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(debtSince, on));
    }
}
