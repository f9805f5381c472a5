package fr.allervers.inventory.settlement;

import java.time.LocalDate;
import java.util.List;

/**
 * Another version of the wear grid, as somebody enters it.
 *
 * @param validFrom it counts for leases that begin on this day or later
 * @param lines one for every material of the templates
 * @param source the agreement it was taken from
 * @param toConfirm not yet read in an agreement that binds
 */
public record GridEntry(
        String name,
        LocalDate validFrom,
        WearPolicy.Rounding rounding,
        List<WearLine> lines,
        String source,
        boolean toConfirm) {}
