package fr.allervers.messaging.sending;

import fr.allervers.messaging.Channel;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A run over a large mailing lasts as long as its rate says: each channel has its own. */
@Component
@ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
class OutboxSchedule {

    private final OutboxSweep outbox;

    OutboxSchedule(OutboxSweep outbox) {
        this.outbox = outbox;
    }

    @Scheduled(fixedDelayString = "${allervers.messaging.every:PT2S}")
    void sms() {
        outbox.sweep(Channel.SMS);
    }

    @Scheduled(fixedDelayString = "${allervers.messaging.every:PT2S}")
    void mail() {
        outbox.sweep(Channel.EMAIL);
    }

    @Scheduled(fixedDelayString = "${allervers.messaging.settle-every:PT5S}")
    void settle() {
        outbox.settle();
    }
}
