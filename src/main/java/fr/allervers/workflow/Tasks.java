package fr.allervers.workflow;

import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Acts on user tasks. They check that the task is still open and who holds it; whether the person may see the case is
 * the inbox's and the process modules' matter.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Tasks {

    private final TaskService tasks;
    private final Actor actor;
    private final StaffDirectory staff;

    Tasks(TaskService tasks, Actor actor, StaffDirectory staff) {
        this.tasks = tasks;
        this.actor = actor;
        this.staff = staff;
    }

    /** Takes the task for this person; taking what one holds already changes nothing. */
    public void claim(String taskId, StaffMember by) {
        var task = require(taskId);
        if (task.getAssignee() != null && !task.getAssignee().equals(by.username())) {
            throw heldBy(task.getAssignee());
        }
        if (task.getAssignee() == null) {
            claimFirst(taskId, by.username());
        }
    }

    private void claimFirst(String taskId, String username) {
        try {
            actor.run(() -> tasks.claim(taskId, username));
        } catch (TaskAlreadyClaimedException e) {
            // A colleague was quicker, between our look and our act.
            throw heldBy(e.getTaskAssignee());
        }
    }

    private TaskHeldByAnother heldBy(String username) {
        return new TaskHeldByAnother(
                username,
                staff.byUsername(username).map(StaffMember::displayName).orElse(username));
    }

    /** Gives the task back to its group. */
    public void release(String taskId) {
        require(taskId);
        actor.run(() -> tasks.setAssignee(taskId, null));
    }

    /** Gives the task to a person, whoever held it. */
    public void assign(String taskId, String username) {
        require(taskId);
        actor.run(() -> tasks.setAssignee(taskId, username));
    }

    public void reschedule(String taskId, Instant dueAt) {
        require(taskId);
        actor.run(() -> tasks.setDueDate(taskId, Date.from(dueAt)));
    }

    /**
     * Completes the task with the few values that the process's gateways read.
     *
     * @throws TaskGone when it was completed or withdrawn meanwhile; nothing has changed then
     */
    public void complete(String taskId, Map<String, Object> variables) {
        require(taskId);
        actor.run(() -> tasks.complete(taskId, variables));
    }

    /** The case's open task at this step. */
    public Optional<String> open(CaseRef of, String step) {
        return Optional.ofNullable(tasks.createTaskQuery()
                        .processDefinitionKey(of.kind())
                        .processInstanceBusinessKey(of.businessKey())
                        .taskDefinitionKey(step)
                        .singleResult())
                .map(Task::getId);
    }

    private Task require(String taskId) {
        @Nullable Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw new TaskGone(taskId);
        }
        return task;
    }
}
