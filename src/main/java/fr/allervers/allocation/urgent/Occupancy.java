package fr.allervers.allocation.urgent;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A temporary occupancy agreement.
 *
 * @param until its last day, as prolonged
 * @param feeCents what is paid a month (redevance)
 */
public record Occupancy(
        long id,
        long agencyId,
        String agency,
        String dwelling,
        @Nullable Long householdId,
        String person,
        String reason,
        LocalDate fromOn,
        LocalDate untilOn,
        LocalDate firstUntilOn,
        State state,
        @Nullable LocalDate endedOn,
        long feeCents) {

    /** Where it stands. */
    public enum State {
        RUNNING,
        ENDED
    }

    public boolean prolonged() {
        return !untilOn.equals(firstUntilOn);
    }
}
