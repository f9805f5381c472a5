package fr.allervers.workflow;

import fr.allervers.workflow.TaskEvents.TaskChanged;
import fr.allervers.workflow.TaskEvents.TaskClosed;
import fr.allervers.workflow.TaskEvents.TaskOpened;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Turns the engine's task events into ours, so that nobody else needs to know the engine. */
@Component
class TaskTranslator {

    private final ApplicationEventPublisher events;

    TaskTranslator(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    void on(DelegateTask task) {
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> events.publishEvent(opened((TaskEntity) task));
            case TaskListener.EVENTNAME_ASSIGNMENT, TaskListener.EVENTNAME_UPDATE ->
                events.publishEvent(new TaskChanged(
                        task.getId(),
                        caseOf(task),
                        task.getTaskDefinitionKey(),
                        task.getAssignee(),
                        dueAt(task),
                        task.getPriority()));
            case TaskListener.EVENTNAME_COMPLETE ->
                events.publishEvent(new TaskClosed(task.getId(), caseOf(task), true));
            case TaskListener.EVENTNAME_DELETE ->
                events.publishEvent(new TaskClosed(task.getId(), caseOf(task), false));
            default -> {
                // Time-outs of task listeners: none is used.
            }
        }
    }

    private static TaskOpened opened(TaskEntity task) {
        return new TaskOpened(
                task.getId(),
                caseOf(task),
                task.getTaskDefinitionKey(),
                task.getName(),
                group(task),
                task.getAssignee(),
                formId(task),
                dueAt(task),
                task.getPriority(),
                task.getCreateTime().toInstant());
    }

    private static String group(TaskEntity task) {
        return task.getCandidates().stream()
                .map(link -> link.getGroupId())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(task.getTaskDefinitionKey() + " names no candidate group"));
    }

    private static @Nullable String formId(TaskEntity task) {
        Expression form = task.getTaskDefinition().getCamundaFormDefinitionKey();
        return form == null ? null : form.getExpressionText();
    }

    private static Instant dueAt(DelegateTask task) {
        if (task.getDueDate() == null) {
            throw new IllegalStateException(task.getTaskDefinitionKey() + " has no due date");
        }
        // As the engine's table keeps it: whole seconds.
        return task.getDueDate().toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static CaseRef caseOf(DelegateTask task) {
        var execution = (ExecutionEntity) task.getExecution();
        var definition = execution.getProcessDefinition();
        return new CaseRef(definition.getKey(), Long.parseLong(execution.getProcessBusinessKey()));
    }
}
