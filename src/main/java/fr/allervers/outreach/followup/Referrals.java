package fr.allervers.outreach.followup;

import org.springframework.stereotype.Component;

/** Referrals to partners (orientations), each followed until the partner closes it. */
@Component
public class Referrals {

    /** Opens one in the caller's transaction, or gives the open one that is the same. */
    public long open(ReferralOrder order) {
        throw new UnsupportedOperationException(order.toString());
    }
}
