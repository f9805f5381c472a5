package fr.allervers.messaging.mailing;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.Importance;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message to many, as it is kept.
 *
 * @param agencyId the only agency it is for; none for several
 * @param details what the author filled in, by {@link fr.allervers.messaging.template.MessageField#key}
 * @param emergencyReason why an informative message leaves in quiet hours; none: it waits
 * @param sendAt not before this moment; none: as soon as allowed
 * @param expected messages counted when it was sent on its way
 */
public record Mailing(
        long id,
        String name,
        MailingState state,
        Importance importance,
        Audience audience,
        @Nullable Long agencyId,
        Set<Channel> channels,
        boolean perHousehold,
        @Nullable String sender,
        Map<String, String> details,
        @Nullable String emergencyReason,
        @Nullable Instant sendAt,
        String createdBy,
        Instant createdAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String returnedBecause,
        int expected,
        @Nullable Instant listedAt,
        @Nullable Instant endedAt) {

    public Ladder ladder() {
        return new Ladder(channels, perHousehold, importance);
    }

    /** Whether quiet hours hold it. */
    boolean isHeldInQuietHours() {
        return importance == Importance.INFORMATIVE && emergencyReason == null;
    }
}
