package fr.allervers.workflow;

/** A colleague holds the task. */
public class TaskHeldByAnother extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String holder;

    public TaskHeldByAnother(String holder) {
        super("Held by " + holder);
        this.holder = holder;
    }

    /** The colleague's user name. */
    public String holder() {
        return holder;
    }
}
