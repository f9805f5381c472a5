package fr.allervers.inventory.settlement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a repair costs.
 *
 * @param material what it repairs; none for what does not wear
 * @param unit M2, PIECE, FORFAIT or HEURE
 */
public record RepairRate(
        long id,
        String code,
        @Nullable String material,
        String label,
        String unit,
        long unitCents,
        LocalDate validFrom) {}
