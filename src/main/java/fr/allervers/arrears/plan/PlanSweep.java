package fr.allervers.arrears.plan;

import fr.allervers.shared.Retry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at the followed plans whose accounts moved, each in a transaction of its own. */
@Component
public class PlanSweep {

    private static final Logger LOG = LoggerFactory.getLogger(PlanSweep.class);
    private static final int AT_ONCE = 200;

    private final PlanRows rows;
    private final PlanEnds ends;
    private final TransactionTemplate transaction;

    PlanSweep(PlanRows rows, PlanEnds ends, TransactionTemplate transaction) {
        this.rows = rows;
        this.ends = ends;
        this.transaction = transaction;
    }

    /** Looks at all that moved; a plan that cannot be looked at stays marked and is tried by the next sweep. */
    public void sweep() {
        var after = 0L;
        for (var ids = rows.movedPlans(after, AT_ONCE); !ids.isEmpty(); ids = rows.movedPlans(after, AT_ONCE)) {
            for (var id : ids) {
                look(id);
                after = id;
            }
        }
    }

    private void look(long id) {
        try {
            Retry.onConflict(() -> transaction.executeWithoutResult(status -> ends.looked(id)));
        } catch (RuntimeException e) {
            LOG.warn("Plan {} could not be looked at", id, e);
        }
    }

    @Component
    @ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
    static class Schedule {

        private final PlanSweep plans;

        Schedule(PlanSweep plans) {
            this.plans = plans;
        }

        @Scheduled(fixedDelayString = "${allervers.plans.every:PT30S}")
        void sweep() {
            plans.sweep();
        }
    }
}
