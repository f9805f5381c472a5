package fr.allervers.audit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
class SealingSchedule {

    private final Sealing sealing;

    SealingSchedule(Sealing sealing) {
        this.sealing = sealing;
    }

    @Scheduled(fixedDelayString = "${allervers.audit.seal-every:PT3S}")
    void seal() {
        sealing.seal();
    }

    @Scheduled(fixedRateString = "PT6H", initialDelayString = "PT1M")
    void tellHead() {
        sealing.tellHead();
    }
}
