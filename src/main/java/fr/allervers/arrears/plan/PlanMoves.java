package fr.allervers.arrears.plan;

import fr.allervers.arrears.prevention.ArrearsCaseClosed;
import fr.allervers.arrears.prevention.CloseReason;
import fr.allervers.ledger.AccountsMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other parts tell of an account or a case. An import only marks plans: a sweep looks at them afterwards. */
@Component
class PlanMoves {

    private final PlanRows rows;
    private final PlanEnds ends;

    PlanMoves(PlanRows rows, PlanEnds ends) {
        this.rows = rows;
        this.ends = ends;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AccountsMoved moved) {
        rows.moved(moved.leaseIds());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ArrearsCaseClosed closed) {
        ends.caseClosed(closed.id(), closed.reason() == CloseReason.DEBT_CLEARED);
    }
}
