package fr.allervers.outreach.calling;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Worries told by neighbours, caretakers, family: they enter the same queue as calls. */
@Component
public class ThirdPartyAlerts {

    /**
     * What somebody told.
     *
     * @param source NEIGHBOUR, CARETAKER, FAMILY, PARTNER or OTHER
     * @param facts at most 280 characters, nothing about health
     */
    public record Alert(
            long householdId,
            String source,
            @Nullable String sourceName,
            @Nullable String sourcePhone,
            String facts,
            Grade grade) {}

    /** Takes the alert and gives the call it became. */
    public long raise(Alert alert) {
        throw new UnsupportedOperationException();
    }
}
