package fr.allervers.inventory.settings;

import java.time.MonthDay;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings that count on one day.
 *
 * @param values every setting with its number
 */
public record InventoryRules(Map<InventorySetting, Long> values) {

    /**
     * Days, months, a count or a percentage.
     *
     * @throws IllegalStateException when the setting has no value on this day
     */
    public int number(InventorySetting setting) {
        @Nullable Long value = values.get(setting);
        if (value == null) {
            throw new IllegalStateException(setting + " has no value on this day");
        }
        return Math.toIntExact(value);
    }

    /** A day of every year. */
    public MonthDay monthDay(InventorySetting setting) {
        var number = number(setting);
        return MonthDay.of(number / 100, number % 100);
    }
}
