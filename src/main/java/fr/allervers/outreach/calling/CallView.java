package fr.allervers.outreach.calling;

import fr.allervers.tenancy.Household;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the call page shows.
 *
 * @param concerned the occupants the campaign is about
 * @param open whether a call can be noted
 * @param guide id of the interview guide's form
 * @param alertFacts what a third party told, when the call comes from an alert
 */
public record CallView(
        long id,
        @Nullable Long campaignId,
        String campaignName,
        Household household,
        Set<Long> concerned,
        boolean open,
        @Nullable Grade grade,
        int attempts,
        int maxAttempts,
        @Nullable Instant heldUntil,
        boolean heldByMe,
        String guide,
        List<AttemptView> history,
        @Nullable String alertFacts) {}
