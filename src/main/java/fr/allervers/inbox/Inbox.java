package fr.allervers.inbox;

import fr.allervers.shared.Slice;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.workflow.TaskGone;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The open tasks that the signed-in person may see: theirs, and those of their groups in their agencies. Callers see
 * what they hold only.
 */
@Component
// One statement each: beginning and ending a transaction around it would cost more than the statement.
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
public class Inbox {

    /** Counting stops here: « 99+ » says enough. */
    public static final int COUNTED = 100;

    private final InboxRows rows;
    private final CurrentStaff currentStaff;

    Inbox(InboxRows rows, CurrentStaff currentStaff) {
        this.rows = rows;
        this.currentStaff = currentStaff;
    }

    /** Soonest due first; {@code after} is the {@link Slice#next} of the page before. */
    public Slice<InboxItem> page(InboxFilter filter, @Nullable String after, int size) {
        return rows.page(filter, currentStaff.require(), after, size);
    }

    /** How many match, up to {@link #COUNTED}. */
    public int count(InboxFilter filter) {
        return rows.count(filter, currentStaff.require(), COUNTED);
    }

    /** The households of the tasks that match, each once; at most {@code limit}, soonest due first. */
    public List<Long> households(InboxFilter filter, int limit) {
        return rows.households(filter, currentStaff.require(), limit);
    }

    /**
     * One task.
     *
     * @throws TaskGone when it is no longer open
     * @throws AccessDeniedException when it is not for this person to see
     */
    public InboxItem require(String taskId) {
        var item = rows.find(taskId).orElseThrow(() -> new TaskGone(taskId));
        if (!InboxRights.maySee(currentStaff.require(), item)) {
            throw new AccessDeniedException("Task " + taskId + " is another's");
        }
        return item;
    }

    /** The task to do after this one in the same list: the next by due moment, else the first, never itself. */
    public Optional<InboxItem> nextAfter(InboxItem done, InboxFilter filter) {
        var reader = currentStaff.require();
        var following = rows.page(filter, reader, done.key(), 1).items();
        var candidates =
                following.isEmpty() ? rows.page(filter, reader, null, 2).items() : following;
        return candidates.stream()
                .filter(item -> !item.taskId().equals(done.taskId()))
                .findFirst();
    }

    /** Those of these tasks that are open and for this person to see, soonest due first. */
    public List<InboxItem> known(Collection<String> taskIds) {
        var reader = currentStaff.require();
        return rows.byIds(taskIds).stream()
                .filter(item -> InboxRights.maySee(reader, item))
                .toList();
    }

    /** Whether the person signed in may take and complete it. */
    public boolean mayDo(InboxItem item) {
        return InboxRights.mayDo(currentStaff.require(), item);
    }

    /** Whether the person signed in may give it to somebody and change its due moment. */
    public boolean mayManage(InboxItem item) {
        return InboxRights.mayManage(currentStaff.require(), item);
    }
}
