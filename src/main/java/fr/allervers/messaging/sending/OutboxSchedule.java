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
    private final LinkMasking links;

    OutboxSchedule(OutboxSweep outbox, LinkMasking links) {
        this.outbox = outbox;
        this.links = links;
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

    @Scheduled(
            initialDelayString = "${allervers.messaging.links-every:PT1M}",
            fixedDelayString = "${allervers.messaging.links-every:PT1M}")
    void links() {
        links.mask();
    }
}
