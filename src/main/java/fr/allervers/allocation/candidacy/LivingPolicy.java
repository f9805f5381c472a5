package fr.allervers.allocation.candidacy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What a dwelling would cost a household and what would be left to it. Amounts are cents a month; no national cap exists. */
public final class LivingPolicy {

    private static final int DAYS = 30;

    private LivingPolicy() {}

    /**
     * Taux d'effort: rent and charges less the housing aid, in percent of the resources, to one decimal; none without resources.
     *
     * @param aidCents never counted above the rent
     */
    public static @Nullable BigDecimal effortRate(long resourcesCents, long rentCents, long aidCents) {
        return resourcesCents <= 0
                ? null
                : BigDecimal.valueOf(netRent(rentCents, aidCents))
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(resourcesCents), 1, RoundingMode.HALF_UP)
                        .min(new BigDecimal("9999.9"));
    }

    /**
     * Reste à vivre per consumption unit and day, rounded down; below zero when the rent exceeds the resources.
     *
     * @param adults of 14 years and more: 1 unit for the first, 0.5 for the others (INSEE, modified OECD scale)
     * @param children below 14: 0.3 unit
     */
    public static long leftToLiveCents(long resourcesCents, long rentCents, long aidCents, int adults, int children) {
        var tenths = 10L + 5L * Math.max(0, adults - 1) + 3L * children;
        return Math.floorDiv((resourcesCents - netRent(rentCents, aidCents)) * 10, tenths * DAYS);
    }

    private static long netRent(long rentCents, long aidCents) {
        return Math.max(0, rentCents - aidCents);
    }
}
