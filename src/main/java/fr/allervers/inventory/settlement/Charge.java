package fr.allervers.inventory.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a settlement.
 *
 * @param unit M2, PIECE, FORFAIT or HEURE
 * @param costCents of the repair
 * @param installedOn from when the element ages; none for what does not wear
 * @param ageYears when the keys came back
 * @param tenantPercent of the cost
 * @param rule how the share was found, in French words
 */
public record Charge(
        long id,
        @Nullable Long itemId,
        String label,
        String unit,
        long unitCents,
        BigDecimal quantity,
        long costCents,
        @Nullable LocalDate installedOn,
        @Nullable Integer ageYears,
        int tenantPercent,
        long shareCents,
        String rule) {}
