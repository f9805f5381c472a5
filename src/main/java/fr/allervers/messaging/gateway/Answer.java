package fr.allervers.messaging.gateway;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier said of one attempt.
 *
 * @param reason in words for people, where it is not plainly accepted
 * @param parts the parts that this attempt put into the centre's hands, whatever the verdict on the whole
 * @param deadNumber nobody has this number: it is not tried again for other messages either
 */
public record Answer(Verdict verdict, @Nullable String reason, List<Part> parts, boolean deadNumber) {

    /**
     * A part that the centre took.
     *
     * @param number from 1
     * @param centreId the centre's own name for it, by which receipts come; normalized by the gateway
     */
    public record Part(int number, String centreId) {}

    /** What follows from the answer. */
    public enum Verdict {
        /** The message is in the centre's hands. */
        ACCEPTED,
        /** It is not, and trying again later may help. */
        TRY_LATER,
        /** It is not, because we are too fast: everything pauses, and this one comes again soon. */
        TOO_FAST,
        /** It never left us: there was no connection. It does not count as an attempt. */
        NOT_SENT,
        /** It is not and will not be: wrong number, forbidden text. */
        REFUSED,
        /** Nobody knows: the answer did not come, or says so. */
        UNKNOWN
    }

    public static Answer accepted(List<Part> parts) {
        return new Answer(Verdict.ACCEPTED, null, parts, false);
    }

    public static Answer of(Verdict verdict, String reason) {
        return new Answer(verdict, reason, List.of(), false);
    }

    public static Answer noSuchNumber(String reason) {
        return new Answer(Verdict.REFUSED, reason, List.of(), true);
    }

    /** The same, with the parts that left before it. */
    public Answer with(List<Part> accepted) {
        return new Answer(verdict, reason, accepted, deadNumber);
    }
}
