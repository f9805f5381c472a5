package fr.allervers.inbox;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The inbox's work in the background. */
@Component
@ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
class InboxSweep {

    private final InboxReconciler reconciler;
    private final InboxSignals signals;

    InboxSweep(InboxReconciler reconciler, InboxSignals signals) {
        this.reconciler = reconciler;
        this.signals = signals;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void reconcile() {
        reconciler.reconcile();
    }

    @Scheduled(fixedDelayString = "PT1S")
    void flushSignals() {
        signals.flush();
    }
}
