package fr.allervers.outreach.followup;

import org.jspecify.annotations.Nullable;

/** A household handed over to a social advisor (suivi social). */
public record FollowUpOrder(
        long householdId, @Nullable Long callId, @Nullable Long campaignId, long agencyId) implements FollowUpOrigin {}
