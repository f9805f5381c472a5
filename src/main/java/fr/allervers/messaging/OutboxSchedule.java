package fr.allervers.messaging;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
class OutboxSchedule {

    private final OutboxSweep outbox;

    OutboxSchedule(OutboxSweep outbox) {
        this.outbox = outbox;
    }

    @Scheduled(fixedDelayString = "${allervers.messaging.every:PT2S}")
    void sweep() {
        outbox.sweep();
    }
}
