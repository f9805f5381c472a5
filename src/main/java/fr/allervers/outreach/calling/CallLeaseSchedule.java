package fr.allervers.outreach.calling;

import fr.allervers.shared.Retry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Returns households whose hold is over, minute by minute. */
@Component
@ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
class CallLeaseSchedule {

    private final CallLeases leases;

    CallLeaseSchedule(CallLeases leases) {
        this.leases = leases;
    }

    @Scheduled(fixedDelayString = "${allervers.calling.leases-every:PT1M}")
    void sweep() {
        while (Retry.onConflict(leases::sweep) > 0) {
            // chunk after chunk
        }
    }
}
