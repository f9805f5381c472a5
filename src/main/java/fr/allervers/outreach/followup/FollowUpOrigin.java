package fr.allervers.outreach.followup;

import org.jspecify.annotations.Nullable;

/** Where a follow-up comes from; all orders say so. */
interface FollowUpOrigin {

    long householdId();

    /** The household call that asked for it, if any. */
    @Nullable
    Long callId();

    @Nullable
    Long campaignId();

    long agencyId();
}
