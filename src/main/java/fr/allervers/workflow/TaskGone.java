package fr.allervers.workflow;

/** The task was completed or withdrawn meanwhile. */
public class TaskGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TaskGone(String taskId) {
        super("Task " + taskId + " is no longer open");
    }
}
