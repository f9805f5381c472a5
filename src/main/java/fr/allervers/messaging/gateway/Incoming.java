package fr.allervers.messaging.gateway;

import org.jspecify.annotations.Nullable;

/**
 * An SMS that somebody sent to us.
 *
 * @param from in E.164 where it is a telephone's number
 * @param fingerprint equal when the centre sends the same message again because it missed our answer
 * @param unique whether the fingerprint alone is unique for ever (the provider's id); else equal texts some time apart
 *     are two messages
 * @param part which part of a long message this is; none when it is whole
 */
public record Incoming(
        String from,
        String text,
        String fingerprint,
        boolean unique,
        @Nullable Part part) {

    /** A whole message. */
    public Incoming(String from, String text, String fingerprint, boolean unique) {
        this(from, text, fingerprint, unique, null);
    }

    /**
     * A part of a long message (3GPP TS 23.040, concatenated short messages).
     *
     * @param reference the sending telephone's number for the whole, 0 to 65,535; it comes back after a while
     * @param number from 1
     * @param count 2 to 255
     */
    public record Part(int reference, int number, int count) {}
}
