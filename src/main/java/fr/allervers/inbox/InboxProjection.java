package fr.allervers.inbox;

import fr.allervers.workflow.TaskEvents.TaskChanged;
import fr.allervers.workflow.TaskEvents.TaskClosed;
import fr.allervers.workflow.TaskEvents.TaskOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps {@code inbox_item} in the engine's own transaction: a task and its row are there together or not at all. */
@Component
class InboxProjection {

    private final InboxWriter writer;

    InboxProjection(InboxWriter writer) {
        this.writer = writer;
    }

    @EventListener
    void on(TaskOpened task) {
        PendingItems.of(writer).open(task);
    }

    @EventListener
    void on(TaskChanged task) {
        PendingItems.of(writer).change(task);
    }

    @EventListener
    void on(TaskClosed task) {
        PendingItems.of(writer).close(task.taskId());
    }
}
