package fr.allervers.allocation.ballot;

import fr.allervers.allocation.session.AllocationSessions;
import fr.allervers.allocation.session.ItemRows;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import org.springframework.stereotype.Component;

/** Tells the session's process when its last item is settled. */
@Component
class ItemSettlement {

    private final ItemRows items;
    private final Cases cases;

    ItemSettlement(ItemRows items, Cases cases) {
        this.items = items;
        this.cases = cases;
    }

    void settled(long sessionId) {
        if (items.of(sessionId).stream().allMatch(item -> item.state().isSettled())) {
            cases.correlate("items-settled", new CaseRef(AllocationSessions.KIND, sessionId));
        }
    }
}
