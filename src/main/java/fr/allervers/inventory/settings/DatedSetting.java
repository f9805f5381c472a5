package fr.allervers.inventory.settings;

import java.time.LocalDate;

/**
 * A value of a setting and from when it counts.
 *
 * @param value in the setting's unit
 * @param toConfirm not yet read in a text that binds
 */
public record DatedSetting(
        InventorySetting setting,
        LocalDate validFrom,
        long value,
        String source,
        boolean toConfirm,
        String enteredBy) {}
