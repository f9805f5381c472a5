package fr.allervers.inventory.settlement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When a deposit is due, and what its lateness costs (loi du 6 juillet 1989, article 22). */
public final class DepositPolicy {

    private DepositPolicy() {}

    /** The last day: so many months after the keys came back; the last day of a month stays one. */
    public static LocalDate dueOn(LocalDate keysReturnedOn, int months) {
        return keysReturnedOn.plusMonths(months);
    }

    /**
     * Months of lateness begun, on this day: 0 until the last day, 1 from the day after on.
     */
    public static int monthsLate(LocalDate dueOn, LocalDate on) {
        var months = 0;
        while (dueOn.plusMonths(months).isBefore(on)) {
            months++;
        }
        return months;
    }

    /**
     * The penalty on this day; none while the tenant has not said where they live now.
     *
     * @param rentCents a month's rent without charges
     */
    public static long penaltyCents(
            LocalDate dueOn, LocalDate on, long rentCents, int percent, @Nullable String newAddress) {
        if (newAddress == null || newAddress.isBlank()) {
            return 0;
        }
        return monthsLate(dueOn, on) * WearPolicy.shareCents(rentCents, percent);
    }
}
