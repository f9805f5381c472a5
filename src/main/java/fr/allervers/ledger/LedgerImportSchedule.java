package fr.allervers.ledger;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every second for an import whose turn it is, also one that a dead node left behind; keeps the register's arrears. */
@Component
@ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
class LedgerImportSchedule {

    private final LedgerImportRunner runner;
    private final ArrearsNote arrears;

    LedgerImportSchedule(LedgerImportRunner runner, ArrearsNote arrears) {
        this.runner = runner;
        this.arrears = arrears;
    }

    @Scheduled(fixedDelayString = "${allervers.ledger.look-every:PT1S}")
    void look() {
        runner.runAll();
    }

    /** Charges become due by the mere passing of days. */
    @Scheduled(fixedDelayString = "${allervers.ledger.arrears-every:PT15M}", initialDelayString = "PT30S")
    void noteArrears() {
        arrears.refresh();
    }
}
