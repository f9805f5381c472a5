package fr.allervers.outreach.followup;

import org.jspecify.annotations.Nullable;

/**
 * A visit asked of the caretaker or the field manager.
 *
 * @param instructions what to do, at most 280 characters; nothing about health
 */
public record FieldCheckOrder(
        long householdId,
        @Nullable Long callId,
        @Nullable Long campaignId,
        long agencyId,
        Purpose purpose,
        @Nullable String instructions)
        implements FollowUpOrigin {

    /** Why somebody goes there. */
    public enum Purpose {
        SHOPPING,
        CHECK,
        OTHER
    }
}
