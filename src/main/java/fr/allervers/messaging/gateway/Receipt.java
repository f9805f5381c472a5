package fr.allervers.messaging.gateway;

import org.jspecify.annotations.Nullable;

/**
 * What the network says of a part that it took.
 *
 * @param centreId the centre's name for the part, normalized as in {@link Answer.Part}
 * @param error the network's code or word for a failure
 * @param recipient in E.164 where the receipt tells it
 * @param reference the lower 16 bits of our message's id, where the centre gives them back
 * @param deadNumber the error means that nobody has the number
 */
public record Receipt(
        String centreId,
        State state,
        @Nullable String error,
        @Nullable String recipient,
        @Nullable Integer reference,
        boolean deadNumber) {

    /** Where the part stands. */
    public enum State {
        /** On its way: accepted, buffered, tried once. */
        PENDING,
        DELIVERED,
        /** Undeliverable, expired, deleted or rejected: it will not arrive. */
        FAILED
    }
}
