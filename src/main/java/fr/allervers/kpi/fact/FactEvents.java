package fr.allervers.kpi.fact;

import fr.allervers.workflow.CasesNoted;
import fr.allervers.workflow.TaskEvents.TaskClosed;
import fr.allervers.workflow.TaskEvents.TaskOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Hears what happens to tasks and cases, inside the transaction in which it happens. */
@Component
class FactEvents {

    private final EventWriter writer;
    private final CaseSources sources;

    FactEvents(EventWriter writer, CaseSources sources) {
        this.writer = writer;
        this.sources = sources;
    }

    @EventListener
    void on(TaskOpened task) {
        PendingEvents.of(writer).opened(task, sources.knows(task.ofCase().kind()));
    }

    @EventListener
    void on(TaskClosed task) {
        PendingEvents.of(writer).closed(task);
    }

    @EventListener
    void on(CasesNoted noted) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            noted.cases().stream().filter(of -> sources.knows(of.kind())).forEach(of -> PendingEvents.of(writer)
                    .moved(of));
        }
    }
}
