package fr.allervers.kpi.fact;

import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.TaskEvents.TaskClosed;
import fr.allervers.workflow.TaskEvents.TaskOpened;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What one transaction did to tasks and cases: written once, before it commits and before the inbox forgets the tasks that ended. */
class PendingEvents implements TransactionSynchronization {

    final Map<String, TaskOpened> opened = new LinkedHashMap<>();
    final Map<String, TaskClosed> closed = new LinkedHashMap<>();
    final Set<CaseRef> moved = new LinkedHashSet<>();

    private final EventWriter writer;

    private PendingEvents(EventWriter writer) {
        this.writer = writer;
    }

    /** Those of the current transaction; there must be one. */
    static PendingEvents of(EventWriter writer) {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof PendingEvents pending) {
                return pending;
            }
        }
        var pending = new PendingEvents(writer);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    void opened(TaskOpened task, boolean counted) {
        opened.put(task.taskId(), task);
        if (counted) {
            moved.add(task.ofCase());
        }
    }

    void closed(TaskClosed task) {
        closed.put(task.taskId(), task);
    }

    void moved(CaseRef of) {
        moved.add(of);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        writer.write(this);
    }
}
