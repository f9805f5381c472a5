package fr.allervers.inventory.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Prices a line: the cost by its rate, the tenant's share by the grid, and why in words that a tenant can follow. */
final class ChargePolicy {

    private ChargePolicy() {}

    record Priced(long costCents, @Nullable Integer ageYears, int percent, long shareCents, String rule) {}

    /**
     * @param line none for what does not wear: the whole cost is the tenant's
     * @param installedOn needed with a line
     */
    static Priced price(
            long unitCents,
            BigDecimal quantity,
            @Nullable WearLine line,
            @Nullable LocalDate installedOn,
            LocalDate on,
            WearPolicy.Rounding rounding) {
        var cost = quantity.multiply(BigDecimal.valueOf(unitCents))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        if (line == null || installedOn == null) {
            return new Priced(cost, null, 100, cost, "Ne s’use pas : 100 % du coût");
        }
        var age = WearPolicy.age(installedOn, on, rounding);
        var percent = WearPolicy.tenantPercent(line, age);
        return new Priced(cost, age, percent, WearPolicy.shareCents(cost, percent), words(line, age, percent));
    }

    private static String words(WearLine line, int age, int percent) {
        var years = age + (age < 2 ? " an" : " ans");
        if (age >= line.lifeYears()) {
            return "%s, durée de vie %d ans dépassée : part restante %d %%".formatted(years, line.lifeYears(), percent);
        }
        if (age <= line.franchiseYears()) {
            return "%s, dans les %d premières années : 100 %%".formatted(years, line.franchiseYears());
        }
        var counted = age - line.franchiseYears();
        var off = counted * line.yearlyPercent();
        return 100 - off >= line.residualPercent()
                ? "%s : 100 %% − %d × %d %% = %d %%".formatted(years, counted, line.yearlyPercent(), percent)
                : "%s : 100 %% − %d × %d %%, au moins %d %%".formatted(years, counted, line.yearlyPercent(), percent);
    }
}
