package fr.allervers.privacy;

import fr.allervers.shared.personal.DataKind;
import java.time.LocalDate;

/**
 * How long a kind is kept, and from when this counts.
 *
 * @param months after what the kind is counted from
 * @param toConfirm not yet read in a text that binds
 */
public record RetentionValue(
        DataKind kind, LocalDate validFrom, int months, String source, boolean toConfirm, String enteredBy) {}
