package fr.allervers.messaging;

import org.jspecify.annotations.Nullable;

/**
 * The centre that sends our SMS: a port to the outside. It is called outside any transaction, once per attempt. An
 * exception, a time-out among them, means that nobody knows whether the message left.
 */
public interface SmsGateway {

    /**
     * Hands one message over.
     *
     * @param e164 the number, "+33639980012"
     * @param text plain text
     * @param reference ours, the same for each attempt of one message
     */
    Answer send(String e164, String text, String reference);

    /** What the centre said. */
    record Answer(Verdict verdict, @Nullable String reason) {

        public static Answer accepted() {
            return new Answer(Verdict.ACCEPTED, null);
        }
    }

    /** What follows from the answer. */
    enum Verdict {
        /** The message is in the centre's hands. */
        ACCEPTED,
        /** It is not, and trying again later may help. */
        TRY_LATER,
        /** It is not and will not be: wrong number, forbidden text. */
        REFUSED,
        /** The centre itself does not know. */
        UNKNOWN
    }
}
