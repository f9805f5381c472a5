package fr.allervers.tenancy;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every second for an import whose turn it is, also one that a dead node left behind. */
@Component
@ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
class ImportSchedule {

    private final ImportRunner runner;

    ImportSchedule(ImportRunner runner) {
        this.runner = runner;
    }

    @Scheduled(fixedDelayString = "${allervers.register.look-every:PT1S}")
    void look() {
        runner.runAll();
    }
}
