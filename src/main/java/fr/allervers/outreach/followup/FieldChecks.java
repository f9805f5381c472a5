package fr.allervers.outreach.followup;

import org.springframework.stereotype.Component;

/** Visits by caretakers and field managers (passages). */
@Component
public class FieldChecks {

    /** Opens one in the caller's transaction, or gives the open one that is the same. */
    public long open(FieldCheckOrder order) {
        throw new UnsupportedOperationException(order.toString());
    }
}
