package fr.allervers.outreach.followup;

import org.springframework.stereotype.Component;

/** Weekly calls by the same caller (appels réguliers). */
@Component
public class RegularCalls {

    /** Opens one in the caller's transaction, or gives the open one that is the same. */
    public long open(SeriesOrder order) {
        throw new UnsupportedOperationException(order.toString());
    }
}
