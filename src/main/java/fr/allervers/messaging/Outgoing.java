package fr.allervers.messaging;

import fr.allervers.workflow.CaseRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message to one recipient, as it is put into the outbox.
 *
 * @param dedupeKey what the message is (case, step, channel, recipient or period), at most 160 characters: one key, one message
 * @param of the case that writes; a mailing is {@code new CaseRef("mass-message", id)}
 * @param householdId whom it concerns; none for a number that is not in the register
 * @param agencyId whose message it is when there is no household
 * @param recipient a number in E.164, an address of e-mail, or the lines of a postal address; at most 254 characters
 * @param subject of an e-mail or a letter, at most 200 characters
 * @param body the text exactly as it leaves, at most 8,000 characters
 * @param sender the name that a telephone shows, at most 11 letters and digits; none for the gateway's own
 * @param informative it may be stopped by an opposition; a message that is needed (a cut of water, an answer) may not
 * @param notBefore the earliest moment at which it leaves; none for at once
 */
public record Outgoing(
        String dedupeKey,
        CaseRef of,
        @Nullable Long householdId,
        @Nullable Long agencyId,
        Channel channel,
        String recipient,
        @Nullable String subject,
        String body,
        @Nullable String sender,
        boolean informative,
        @Nullable Instant notBefore) {

    static final int LONGEST_BODY = 8_000;

    public Outgoing {
        within("dedupeKey", dedupeKey, 160);
        within("recipient", recipient, 254);
        within("subject", subject, 200);
        within("body", body, LONGEST_BODY);
        within("sender", sender, 11);
    }

    /** A message that is needed, to a household, at once, under the gateway's own name. */
    public static Outgoing to(
            long householdId,
            String dedupeKey,
            CaseRef of,
            Channel channel,
            String recipient,
            @Nullable String subject,
            String body) {
        return new Outgoing(dedupeKey, of, householdId, null, channel, recipient, subject, body, null, false, null);
    }

    private static void within(String what, @Nullable String value, int length) {
        if (value != null && value.length() > length) {
            throw new IllegalArgumentException(what + " is longer than " + length + " characters");
        }
    }
}
