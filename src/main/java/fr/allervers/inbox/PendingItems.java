package fr.allervers.inbox;

import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.TaskEvents.TaskChanged;
import fr.allervers.workflow.TaskEvents.TaskOpened;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What one transaction does to the inbox: collected while it runs, written once, just before it commits. */
class PendingItems implements TransactionSynchronization {

    final Map<String, TaskOpened> opened = new LinkedHashMap<>();
    final Map<String, TaskChanged> changed = new LinkedHashMap<>();
    final Set<String> closed = new LinkedHashSet<>();
    final Set<CaseRef> refreshed = new LinkedHashSet<>();

    /** The queues that grow by this transaction, one mention per task. */
    final List<String> arrivals = new ArrayList<>();

    private final InboxWriter writer;

    private PendingItems(InboxWriter writer) {
        this.writer = writer;
    }

    /** Those of the current transaction; there must be one. */
    static PendingItems of(InboxWriter writer) {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof PendingItems pending) {
                return pending;
            }
        }
        var pending = new PendingItems(writer);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    void open(TaskOpened task) {
        opened.put(task.taskId(), task);
    }

    void change(TaskChanged task) {
        var fresh = opened.get(task.taskId());
        if (fresh == null) {
            changed.put(task.taskId(), task);
        } else {
            opened.put(
                    task.taskId(),
                    new TaskOpened(
                            fresh.taskId(),
                            fresh.ofCase(),
                            fresh.step(),
                            fresh.act(),
                            fresh.group(),
                            task.assignee(),
                            fresh.formId(),
                            task.dueAt(),
                            task.priority(),
                            fresh.openedAt()));
        }
    }

    void close(String taskId) {
        changed.remove(taskId);
        if (opened.remove(taskId) == null) {
            closed.add(taskId);
        }
    }

    /** After everything else that writes before the commit. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        writer.write(this);
    }

    @Override
    public void afterCommit() {
        writer.announce(arrivals);
    }
}
