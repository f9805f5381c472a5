package fr.allervers.operations;

import fr.allervers.inbox.InboxReconciler;
import fr.allervers.inbox.InboxReconciler.Comparison;
import fr.allervers.inbox.InboxReconciler.Drift;
import fr.allervers.messaging.OutboxFigures;
import fr.allervers.operations.Nodes.Node;
import fr.allervers.shared.imports.ImportOverview;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.workflow.FailedJobs;
import fr.allervers.workflow.FailedJobs.FailedJob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** How the application runs, for its administrators, and what they may do about it. */
@Component
public class Operations {

    private static final int JOBS = 20;

    private final Nodes nodes;
    private final FailedJobs jobs;
    private final OutboxFigures outbox;
    private final List<ImportOverview> imports;
    private final InboxReconciler inbox;
    private final CurrentStaff currentStaff;

    Operations(
            Nodes nodes,
            FailedJobs jobs,
            OutboxFigures outbox,
            List<ImportOverview> imports,
            InboxReconciler inbox,
            CurrentStaff currentStaff) {
        this.nodes = nodes;
        this.jobs = jobs;
        this.outbox = outbox;
        this.imports = imports;
        this.inbox = inbox;
        this.currentStaff = currentStaff;
    }

    /**
     * How it stands now.
     *
     * @param failedJobs all of them; {@code jobs} are the first
     * @param imports the latest of each kind
     * @param inbox what this node's last comparison found; none before its first
     */
    public record View(
            List<Node> nodes,
            long failedJobs,
            List<FailedJob> jobs,
            List<OutboxFigures.Waiting> outbox,
            Map<String, List<ImportOverview.Standing>> imports,
            @Nullable Comparison inbox) {}

    public View view() {
        requireAdministrator();
        var latest = new LinkedHashMap<String, List<ImportOverview.Standing>>();
        imports.forEach(kind -> latest.put(kind.kind(), kind.latest()));
        return new View(
                nodes.all(),
                jobs.count(),
                jobs.first(JOBS),
                outbox.waiting(),
                latest,
                inbox.last().orElse(null));
    }

    /** Lets one step try again. */
    public void retry(String jobId) {
        requireAdministrator();
        jobs.retry(jobId);
    }

    /** Lets all steps that were given up try again. */
    public void retryAll() {
        requireAdministrator();
        jobs.retryAll();
    }

    /** Compares the inbox with the engine and mends what differs. */
    public Drift reconcileInbox() {
        requireAdministrator();
        return inbox.reconcile();
    }

    private void requireAdministrator() {
        if (!currentStaff.require().isAny(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("How the application runs is for administrators");
        }
    }
}
