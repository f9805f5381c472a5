package fr.allervers.messaging.gateway;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out.
 *
 * @param id the outbox row; the reference at the centre derives from it
 * @param partsSent numbers, from 1, of the parts of a long SMS that are in the centre's hands already
 */
public record Parcel(
        long id,
        String recipient,
        @Nullable String subject,
        String body,
        @Nullable String sender,
        boolean informative,
        Set<Integer> partsSent) {

    /** Ours, the same for each attempt of one message. */
    public String reference() {
        return "allervers-" + id;
    }
}
