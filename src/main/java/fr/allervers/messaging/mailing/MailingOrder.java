package fr.allervers.messaging.mailing;

import fr.allervers.messaging.Importance;
import fr.allervers.messaging.template.MessageTexts;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to send.
 *
 * @param submission a key of the page's own, so that a form sent twice is one mailing
 * @param pasted the lines of a list; used by that kind of audience only
 * @param details by field, for example "jour"
 * @param texts by language; French is there
 * @param sender the name that telephones show; none for the landlord's usual one
 * @param emergencyReason why it leaves in quiet hours; none: it does not
 */
public record MailingOrder(
        String submission,
        String name,
        AudienceKind audience,
        @Nullable String audienceKey,
        String pasted,
        Ladder ladder,
        Map<String, MessageTexts> texts,
        Map<String, String> details,
        @Nullable String sender,
        @Nullable String emergencyReason,
        @Nullable Instant sendAt) {

    public Importance importance() {
        return ladder.importance();
    }

    public MessageTexts french() {
        return Objects.requireNonNull(texts.get("fr"));
    }
}
