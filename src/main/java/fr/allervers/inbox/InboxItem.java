package fr.allervers.inbox;

import fr.allervers.workflow.CaseRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open task as lists show it: one row of {@code inbox_item}.
 *
 * @param act what somebody has to do
 * @param group the candidate group; the task is its members' until somebody holds it
 * @param assignee user name of who holds it
 */
public record InboxItem(
        String taskId,
        String caseKind,
        long caseId,
        String step,
        String act,
        @Nullable String formId,
        String group,
        @Nullable String assignee,
        String title,
        String subtitle,
        @Nullable Long householdId,
        @Nullable Long agencyId,
        @Nullable String grade,
        @Nullable Instant lastContactAt,
        int priority,
        Instant dueAt,
        Instant openedAt) {

    public CaseRef ofCase() {
        return new CaseRef(caseKind, caseId);
    }

    /** What a bulk preview showed: the act applies only while this is unchanged. */
    public String version() {
        return dueAt.toEpochMilli() + "-" + (assignee == null ? "" : assignee);
    }

    /** The place in a list by due moment. */
    String key() {
        return dueAt.toEpochMilli() + "_" + taskId;
    }

    static String queueOf(@Nullable String assignee, String group) {
        return assignee == null ? "g:" + group : "u:" + assignee;
    }
}
