package fr.allervers.outreach.calling;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hands households out to callers; a household has one holder at a time. */
@Component
public class HandOut {

    /** What a caller would be given. */
    public record PlanLine(long staffId, String name, int households) {}

    /** The next household for the person signed in, held for half an hour. */
    public Optional<Long> next() {
        throw new UnsupportedOperationException();
    }

    /** What {@link #handOut} would give to whom. */
    public List<PlanLine> plan(long campaignId) {
        throw new UnsupportedOperationException();
    }

    /** Hands out files to the campaign's callers by their capacity, and says how many households. */
    public int handOut(long campaignId) {
        throw new UnsupportedOperationException();
    }

    /** Gives the person signed in a file, within their capacity, and says how many households. */
    public int takeFile(long campaignId) {
        throw new UnsupportedOperationException();
    }

    /** Takes back what the caller holds of the campaign and has not called. */
    public void takeBack(long campaignId, long staffId) {
        throw new UnsupportedOperationException();
    }
}
