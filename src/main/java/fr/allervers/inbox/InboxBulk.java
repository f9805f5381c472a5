package fr.allervers.inbox;

import fr.allervers.shared.Retry;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One act on many tasks: taking, giving, rescheduling; never a decision. A preview shows the exact set, the act applies
 * to that set as it was shown: a task that changed meanwhile is left alone and reported.
 */
@Component
public class InboxBulk {

    /** No more at once: what a person can read in a preview. */
    public static final int MOST = 100;

    private final Inbox inbox;
    private final InboxActs acts;
    private final CurrentStaff currentStaff;
    private final TransactionTemplate transaction;

    InboxBulk(Inbox inbox, InboxActs acts, CurrentStaff currentStaff, PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.acts = acts;
        this.currentStaff = currentStaff;
        transaction = new TransactionTemplate(transactions);
    }

    /** What is done to each. */
    public enum Kind {
        CLAIM,
        ASSIGN,
        RESCHEDULE
    }

    /**
     * The act as ordered.
     *
     * @param to who gets them, for {@link Kind#ASSIGN}
     * @param dueAt for {@link Kind#RESCHEDULE}
     */
    public record Order(
            Kind kind, @Nullable String to, @Nullable Instant dueAt) {}

    /** A task as the preview showed it. */
    public record Choice(String taskId, String version) {}

    /** A line of the preview; the act passes over those that it is not allowed on. */
    public record Line(InboxItem item, boolean allowed) {}

    /**
     * What became of a task of the set.
     *
     * @param refusal why it was left alone; none when it was done
     */
    public record Outcome(
            String taskId,
            @Nullable InboxItem item,
            @Nullable UserError refusal) {

        public boolean done() {
            return refusal == null;
        }
    }

    /** The set as it is now; tasks that are gone or foreign are left out. */
    public List<Line> preview(Kind kind, Collection<String> taskIds) {
        limit(taskIds.size());
        var reader = currentStaff.require();
        return inbox.known(taskIds).stream()
                .map(item -> new Line(
                        item,
                        kind == Kind.CLAIM
                                ? item.assignee() == null && InboxRights.mayDo(reader, item)
                                : InboxRights.mayManage(reader, item)))
                .toList();
    }

    /** Acts on each task by itself, in one transaction each. */
    public List<Outcome> apply(Order order, List<Choice> choices) {
        limit(choices.size());
        var known = inbox.known(choices.stream().map(Choice::taskId).toList());
        var outcomes = new ArrayList<Outcome>();
        for (var choice : choices) {
            var item = known.stream()
                    .filter(one -> one.taskId().equals(choice.taskId()))
                    .findFirst()
                    .orElse(null);
            outcomes.add(new Outcome(choice.taskId(), item, refusal(order, choice)));
        }
        return outcomes;
    }

    private @Nullable UserError refusal(Order order, Choice choice) {
        try {
            Retry.onConflict(() -> transaction.executeWithoutResult(status -> act(order, choice)));
            return null;
        } catch (UserError e) {
            return e;
        } catch (AccessDeniedException e) {
            return new UserError("inbox.error.foreign");
        }
    }

    private void act(Order order, Choice choice) {
        acts.requireUnchanged(choice.taskId(), choice.version());
        switch (order.kind()) {
            case CLAIM -> acts.claim(choice.taskId());
            case ASSIGN -> acts.assign(choice.taskId(), required(order.to()));
            case RESCHEDULE -> acts.reschedule(choice.taskId(), required(order.dueAt()));
        }
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new UserError("inbox.error.incomplete");
        }
        return value;
    }

    private static void limit(int count) {
        if (count > MOST) {
            throw new UserError("inbox.error.too-many", MOST);
        }
    }
}
