package fr.allervers.outreach.followup;

import org.springframework.stereotype.Component;

/** Households followed by a social advisor (suivis sociaux). */
@Component
public class SocialFollowUps {

    /** Opens one in the caller's transaction, or gives the open one that is the same. */
    public long open(FollowUpOrder order) {
        throw new UnsupportedOperationException(order.toString());
    }
}
