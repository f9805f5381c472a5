package fr.allervers.outreach.campaign;

import java.time.LocalDate;

/**
 * What the other parts of outreach need to know of a campaign.
 *
 * @param guide id of the interview guide's form
 * @param maxAttempts calls without an answer after which the household is written to
 * @param fileSize households in a caller's file
 * @param holdHours hours for which a file is held before its open households return to the queue
 */
public record CampaignSummary(
        long id,
        String name,
        Purpose purpose,
        String guide,
        CampaignState state,
        int maxAttempts,
        int fileSize,
        int holdHours,
        LocalDate startsOn,
        LocalDate endsOn) {}
