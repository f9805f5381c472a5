package fr.allervers.arrears.plan;

/**
 * What a household lives on in a month; amounts are cents.
 *
 * @param chargesCents all fixed charges, the rent among them
 * @param rentCents rent and charges of the dwelling, less the housing aid
 * @param adults of 14 years and more, at least one
 * @param children below 14
 */
public record LivingBudget(long resourcesCents, long chargesCents, long rentCents, int adults, int children) {

    private static final int DAYS = 30;

    /** Consumption units in tenths (INSEE, modified OECD scale): 1 for the first adult, 0.5 for others, 0.3 for a child. */
    public int unitTenths() {
        return 10 + 5 * Math.max(0, adults - 1) + 3 * Math.max(0, children);
    }

    /** Reste à vivre of the household in a month; below zero when charges exceed resources. */
    public long leftCents() {
        return resourcesCents - chargesCents;
    }

    /** Reste à vivre per consumption unit and day, rounded down. */
    public long leftPerUnitDayCents() {
        return leftPerUnitDayCents(0);
    }

    /** The same once an instalment is paid each month. */
    public long leftPerUnitDayCents(long instalmentCents) {
        return Math.floorDiv((leftCents() - instalmentCents) * 10, (long) unitTenths() * DAYS);
    }

    /** What the household may keep for itself in a month at this much per unit and day, rounded up. */
    long keptCents(long perUnitDayCents) {
        return ceilDiv(perUnitDayCents * unitTenths() * DAYS, 10);
    }

    /** Taux d'effort: rent plus instalment, in percent of the resources, rounded up; 100 and more without resources. */
    public long effortPercent(long instalmentCents) {
        return resourcesCents <= 0 ? 999 : Math.min(999, ceilDiv((rentCents + instalmentCents) * 100, resourcesCents));
    }

    private static long ceilDiv(long value, long by) {
        return -Math.floorDiv(-value, by);
    }
}
