package fr.allervers.inbox;

import fr.allervers.workflow.CaseRef;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What process modules tell the inbox. */
@Component
public class InboxItems {

    private final InboxWriter writer;

    InboxItems(InboxWriter writer) {
        this.writer = writer;
    }

    /** The case's card has changed: its open tasks show the new one once the caller's transaction commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refresh(CaseRef of) {
        PendingItems.of(writer).refreshed.add(of);
    }
}
