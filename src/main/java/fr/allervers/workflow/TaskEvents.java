package fr.allervers.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the engine tells of its user tasks, inside its transaction. */
public final class TaskEvents {

    private TaskEvents() {}

    /**
     * A task is open, as it now is: created, claimed, released, rescheduled.
     *
     * @param step the task's id in the diagram
     * @param act its name: what somebody has to do
     * @param group the candidate group ({@link fr.allervers.staff.Role#group()})
     * @param formId the form to show; none when the process has a page of its own
     */
    public record TaskOpened(
            String taskId,
            CaseRef ofCase,
            String step,
            String act,
            String group,
            @Nullable String assignee,
            @Nullable String formId,
            Instant dueAt,
            int priority,
            Instant openedAt) {}

    /** The same task with other facts: its holder, its due moment, its priority. */
    public record TaskChanged(
            String taskId,
            CaseRef ofCase,
            String step,
            @Nullable String assignee,
            Instant dueAt,
            int priority) {}

    /** The task is done, or its case went another way. */
    public record TaskClosed(String taskId, CaseRef ofCase, boolean completed) {}
}
