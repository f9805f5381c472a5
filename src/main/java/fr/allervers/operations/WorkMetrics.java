package fr.allervers.operations;

import fr.allervers.workflow.TaskEvents.TaskClosed;
import fr.allervers.workflow.TaskEvents.TaskOpened;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts the tasks that this node opens and closes, by kind of case. */
@Component
class WorkMetrics {

    private final MeterRegistry meters;

    WorkMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void opened(TaskOpened task) {
        meters.counter("allervers.tasks.opened", "kind", task.ofCase().kind()).increment();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void closed(TaskClosed task) {
        meters.counter(
                        "allervers.tasks.closed",
                        "kind",
                        task.ofCase().kind(),
                        "outcome",
                        task.completed() ? "completed" : "withdrawn")
                .increment();
    }
}
