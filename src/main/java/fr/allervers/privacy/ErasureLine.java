package fr.allervers.privacy;

import fr.allervers.shared.personal.DataKind;
import org.jspecify.annotations.Nullable;

/**
 * What becomes, or became, of one set of a person's rows.
 *
 * @param count rows that hold something before; rows changed after
 * @param hold why it is kept, as the end of a message's key; none when it is not
 */
public record ErasureLine(
        String unit,
        DataKind kind,
        State state,
        int count,
        @Nullable String hold) {

    /** Where it stands. */
    public enum State {
        PENDING,
        DONE,
        HELD
    }
}
