package fr.allervers.arrears.settings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value of a setting and from when it counts.
 *
 * @param value in the setting's unit; none: from then on the rule no longer applies
 * @param toConfirm not yet read in a text that binds
 */
public record DatedValue(
        Setting setting,
        LocalDate validFrom,
        @Nullable Long value,
        String source,
        boolean toConfirm,
        String enteredBy) {}
