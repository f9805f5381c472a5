package fr.allervers.workflow;

import fr.allervers.shared.web.UserError;
import org.springframework.http.HttpStatus;

/** The task was completed or withdrawn meanwhile. */
public class TaskGone extends UserError {

    private static final long serialVersionUID = 1L;

    private final String taskId;

    public TaskGone(String taskId) {
        super(HttpStatus.CONFLICT, "tasks.gone");
        this.taskId = taskId;
    }

    public String taskId() {
        return taskId;
    }
}
