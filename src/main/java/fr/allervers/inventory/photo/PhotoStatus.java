package fr.allervers.inventory.photo;

import org.jspecify.annotations.Nullable;

/**
 * Where the sending of a photo stands.
 *
 * @param key as the telephone gave it
 * @param offset bytes held so far: the next part begins there
 * @param refusal why it is not taken
 */
public record PhotoStatus(
        String key,
        long itemId,
        State state,
        long offset,
        long size,
        @Nullable PhotoRefusal refusal) {

    /** What became of it. */
    public enum State {
        RECEIVING,
        KEPT,
        REFUSED,
        REMOVED
    }
}
