package fr.allervers.kpi.fact;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Does at once what the sweeps do in their time. */
@Component
@Profile("test")
public class FigureTurns {

    private final Folding folding;
    private final QueueCount queue;
    private final StockCount stock;

    FigureTurns(Folding folding, QueueCount queue, StockCount stock) {
        this.folding = folding;
        this.queue = queue;
        this.stock = stock;
    }

    public void fold() {
        var more = folding.fold() > 0;
        while (more) {
            more = folding.fold() > 0;
        }
    }

    public void all() {
        fold();
        queue.count();
        stock.count();
    }
}
