package fr.allervers.workflow;

import fr.allervers.shared.web.UserError;
import org.springframework.http.HttpStatus;

/** A colleague holds the task. */
public class TaskHeldByAnother extends UserError {

    private static final long serialVersionUID = 1L;

    private final String holder;

    /** @param name the colleague as people know them */
    public TaskHeldByAnother(String holder, String name) {
        super(HttpStatus.CONFLICT, "tasks.held", name);
        this.holder = holder;
    }

    /** The colleague's user name. */
    public String holder() {
        return holder;
    }
}
