package fr.allervers.messaging.replies;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An SMS that somebody sent to us.
 *
 * @param householdId none when the register does not know the number
 * @param agencyId whose matter it is; none for the landlord as a whole
 * @param answersId our last message to that number, if any
 */
record Reply(
        long id,
        String fromNumber,
        String body,
        boolean stop,
        @Nullable Long householdId,
        @Nullable Long agencyId,
        @Nullable Long answersId,
        String state,
        Instant receivedAt) {}
