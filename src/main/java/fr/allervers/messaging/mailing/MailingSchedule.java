package fr.allervers.messaging.mailing;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes up mailings, also those that a crash left. */
@Component
@ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
class MailingSchedule {

    private final MailingSweep sweep;

    MailingSchedule(MailingSweep sweep) {
        this.sweep = sweep;
    }

    @Scheduled(fixedDelayString = "${allervers.mailings.every:PT1S}")
    void sweep() {
        sweep.sweep();
    }
}
