package fr.allervers.messaging.gateway;

import fr.allervers.messaging.Channel;

/**
 * What carries messages out of the house on one channel: a port to the outside. It is called outside any transaction,
 * once per attempt, by as many threads at a time as {@link #window} says.
 */
public interface Carrier {

    Channel channel();

    /**
     * Hands one message over and says what became of it. An exception means that nobody knows whether the message
     * left: throw one only when that is so.
     */
    Answer send(Parcel parcel);

    /** Whether messages can be handed over now; while not, they wait. */
    default boolean ready() {
        return true;
    }

    /** How many messages may be on their way at once, at least 1. */
    default int window() {
        return 1;
    }

    /** How many parts (for e-mail, messages) may leave in a second; 0 for as many as can. */
    default double perSecond() {
        return 0;
    }
}
