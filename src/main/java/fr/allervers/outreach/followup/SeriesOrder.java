package fr.allervers.outreach.followup;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A weekly call agreed with a tenant (rendez-vous téléphonique).
 *
 * @param callerId the staff member who calls each week
 * @param timeOfDay in the landlord's zone, between 8:00 and 20:00
 */
public record SeriesOrder(
        long householdId,
        @Nullable Long callId,
        @Nullable Long campaignId,
        long agencyId,
        long callerId,
        DayOfWeek dayOfWeek,
        LocalTime timeOfDay)
        implements FollowUpOrigin {}
