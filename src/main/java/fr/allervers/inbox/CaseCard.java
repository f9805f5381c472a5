package fr.allervers.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of a case.
 *
 * @param title whom or what the case is about, for example « Mme Lucette Garnier »
 * @param subtitle one line more: campaign, address, what makes it particular
 * @param agencyId the agency whose people may see it; none for the landlord as a whole
 * @param grade GREEN, YELLOW, ORANGE or RED where a situation was graded
 */
public record CaseCard(
        String title,
        String subtitle,
        @Nullable Long householdId,
        @Nullable Long agencyId,
        @Nullable String grade,
        @Nullable Instant lastContactAt) {}
