package fr.allervers.inventory.settlement;

import java.time.LocalDate;
import java.time.Period;

/**
 * Which part of a repair is the tenant's, by the age of what is repaired: the larger of the residual part and of 100 − rate ×
 * the years beyond the franchise; the residual part from the end of its life on.
 */
public final class WearPolicy {

    private WearPolicy() {}

    /** Which years of an age count. */
    public enum Rounding {
        /** Whole years passed. */
        FLOOR,
        /** Years begun. */
        CEILING
    }

    /** The age in years; 0 for what is not older than a day. */
    public static int age(LocalDate installedOn, LocalDate on, Rounding rounding) {
        if (!on.isAfter(installedOn)) {
            return 0;
        }
        var passed = Period.between(installedOn, on).getYears();
        return rounding == Rounding.CEILING && !installedOn.plusYears(passed).equals(on) ? passed + 1 : passed;
    }

    /**
     * The tenant's part.
     *
     * @return 0 to 100
     */
    public static int tenantPercent(WearLine line, int ageYears) {
        if (ageYears >= line.lifeYears()) {
            return line.residualPercent();
        }
        var off = line.yearlyPercent() * Math.max(0, ageYears - line.franchiseYears());
        return Math.max(line.residualPercent(), 100 - off);
    }

    /**
     * The tenant's share, to the cent, halves up.
     *
     * @param costCents 0 or above
     */
    public static long shareCents(long costCents, int percent) {
        return Math.floorDiv(costCents * percent + 50, 100);
    }
}
