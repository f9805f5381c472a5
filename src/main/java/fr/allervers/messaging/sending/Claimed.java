package fr.allervers.messaging.sending;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.gateway.Parcel;
import fr.allervers.workflow.CaseRef;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A message in our hands, and the number of this attempt. */
record Claimed(
        long id,
        CaseRef of,
        @Nullable Long householdId,
        Channel channel,
        String recipient,
        @Nullable String subject,
        String body,
        @Nullable String sender,
        boolean informative,
        int parts,
        Set<Integer> partsSent,
        int attempt,
        Instant dueAt) {

    Parcel parcel() {
        return new Parcel(id, recipient, subject, body, sender, informative, partsSent);
    }

    Claimed withPartsSent(Set<Integer> sent) {
        return new Claimed(
                id,
                of,
                householdId,
                channel,
                recipient,
                subject,
                body,
                sender,
                informative,
                parts,
                sent,
                attempt,
                dueAt);
    }

    /** What this attempt costs against the rate. */
    int partsLeft() {
        return Math.max(1, parts - partsSent.size());
    }
}
