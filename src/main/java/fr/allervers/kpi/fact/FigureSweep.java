package fr.allervers.kpi.fact;

import fr.allervers.shared.Retry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the figures up to date: seconds behind what happens. */
@Component
@ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
class FigureSweep {

    private final Folding folding;
    private final QueueCount queue;
    private final StockCount stock;

    FigureSweep(Folding folding, QueueCount queue, StockCount stock) {
        this.folding = folding;
        this.queue = queue;
        this.stock = stock;
    }

    @Scheduled(fixedDelayString = "PT2S")
    void fold() {
        while (Retry.onConflict(folding::fold) > 0) {
            Thread.onSpinWait();
        }
    }

    @Scheduled(fixedDelayString = "PT15S")
    void queue() {
        Retry.onConflict(queue::count);
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT1M")
    void stock() {
        Retry.onConflict(stock::count);
    }
}
