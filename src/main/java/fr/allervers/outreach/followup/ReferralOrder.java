package fr.allervers.outreach.followup;

import fr.allervers.partners.Service;
import org.jspecify.annotations.Nullable;

/**
 * A household to be put in touch with a partner (orientation).
 *
 * @param callId the household call it comes from, if any
 * @param consent the tenant agreed that we speak to the partner; needed unless the tenant calls
 */
public record ReferralOrder(
        long householdId,
        @Nullable Long callId,
        @Nullable Long campaignId,
        long agencyId,
        long partnerId,
        Service service,
        MadeBy madeBy,
        boolean consent)
        implements FollowUpOrigin {

    /** Who gets in touch with the partner. */
    public enum MadeBy {
        /** The tenant calls the partner. */
        TENANT,
        /** The caller has called the partner on the tenant's behalf. */
        CALLER,
        /** A social advisor will do it. */
        ADVISOR
    }
}
