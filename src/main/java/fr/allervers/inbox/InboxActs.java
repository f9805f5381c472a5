package fr.allervers.inbox;

import fr.allervers.shared.web.ActDetails;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.workflow.FormSchemas;
import fr.allervers.workflow.Submission;
import fr.allervers.workflow.TaskGone;
import fr.allervers.workflow.TaskHeldByAnother;
import fr.allervers.workflow.Tasks;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the signed-in person does with a task, each act one transaction. A task that is gone ({@link TaskGone}) or held by
 * a colleague ({@link TaskHeldByAnother}) is told so; a task of another agency or group is refused (403). Wrap the calls
 * in {@link fr.allervers.shared.Retry}.
 */
@Component
@Transactional
public class InboxActs {

    private final InboxRows rows;
    private final Tasks tasks;
    private final CaseKinds kinds;
    private final FormSchemas forms;
    private final Timeline timeline;
    private final StaffDirectory staff;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    InboxActs(
            InboxRows rows,
            Tasks tasks,
            CaseKinds kinds,
            FormSchemas forms,
            Timeline timeline,
            StaffDirectory staff,
            CurrentStaff currentStaff,
            Clock clock) {
        this.rows = rows;
        this.tasks = tasks;
        this.kinds = kinds;
        this.forms = forms;
        this.timeline = timeline;
        this.staff = staff;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    public void claim(String taskId) {
        tasks.claim(toDo(taskId).taskId(), currentStaff.require());
    }

    /** Gives the task back to its group: one's own, or a colleague's for those who lead. */
    public void release(String taskId) {
        var item = toDo(taskId);
        if (!currentStaff.require().username().equals(item.assignee())) {
            requireManaged(item);
        }
        tasks.release(taskId);
    }

    /** Gives the task to a colleague of its group and agency. */
    public void assign(String taskId, String username) {
        requireManaged(require(taskId));
        var item = require(taskId);
        var to = staff.byUsername(username)
                .filter(person -> InboxRights.maySuit(person, item))
                .orElseThrow(() -> new UserError("inbox.error.unsuited"));
        tasks.assign(taskId, to.username());
    }

    /** Sets another due moment, in the future. */
    public void reschedule(String taskId, Instant dueAt) {
        requireManaged(require(taskId));
        if (!dueAt.isAfter(clock.instant())) {
            throw new UserError("inbox.error.past");
        }
        tasks.reschedule(taskId, dueAt);
    }

    /**
     * Completes the task with its form, taking it first when nobody holds it.
     *
     * @param raw the request's parameters
     * @return the checked answers; when they were not accepted nothing has happened
     */
    public Submission complete(String taskId, Map<String, List<String>> raw) {
        var item = toDo(taskId);
        var by = currentStaff.require();
        var kind = kinds.find(item.caseKind());
        if (item.formId() == null) {
            throw new UserError("inbox.error.own-page");
        }
        var prefill = kind.map(of -> of.prefill(item.caseId(), item.step())).orElse(Map.of());
        var sent = forms.validate(forms.require(item.formId()), raw, prefill);
        if (!sent.accepted()) {
            return sent;
        }
        tasks.claim(taskId, by);
        var variables = kind.map(of -> of.complete(item.caseId(), item.step(), sent.answers(), by))
                .orElse(Map.of());
        timeline.record(item.ofCase(), item.householdId(), Timeline.Kind.TASK, "Fait : " + item.act(), null, false);
        tasks.complete(taskId, variables);
        return sent;
    }

    /** Refuses to go on when the task is not as it was when shown. */
    void requireUnchanged(String taskId, String version) {
        if (!require(taskId).version().equals(version)) {
            throw new UserError(HttpStatus.CONFLICT, "inbox.error.changed");
        }
    }

    private InboxItem toDo(String taskId) {
        var item = require(taskId);
        if (!InboxRights.mayDo(currentStaff.require(), item) && !InboxRights.mayManage(currentStaff.require(), item)) {
            throw new AccessDeniedException("Task " + taskId + " is another's");
        }
        return item;
    }

    private void requireManaged(InboxItem item) {
        if (!InboxRights.mayManage(currentStaff.require(), item)) {
            throw new AccessDeniedException("Only those who lead give tasks to others");
        }
    }

    private InboxItem require(String taskId) {
        var item = rows.find(taskId).orElseThrow(() -> new TaskGone(taskId));
        ActDetails.about(item.caseKind(), item.caseId());
        return item;
    }
}
