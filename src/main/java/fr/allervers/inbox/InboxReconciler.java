package fr.allervers.inbox;

import fr.allervers.workflow.OpenTasks;
import fr.allervers.workflow.TaskEvents.TaskOpened;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares {@code inbox_item} with the engine's open tasks and repairs it. The two are written in one transaction: what
 * this finds is a fault (a restored table, a hand in the database), logged as one.
 */
@Component
public class InboxReconciler {

    private static final Logger LOG = LoggerFactory.getLogger(InboxReconciler.class);
    private static final int PAGE = 500;

    private final OpenTasks openTasks;
    private final InboxWriter writer;
    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final TransactionTemplate repairing;

    private final Clock clock;
    private final AtomicReference<@Nullable Comparison> last = new AtomicReference<>();

    InboxReconciler(
            OpenTasks openTasks,
            InboxWriter writer,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.clock = clock;
        this.openTasks = openTasks;
        this.writer = writer;
        this.jdbc = jdbc;
        // One snapshot for both sides: a task that opens between two reads is no drift.
        reading = new TransactionTemplate(transactions);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setReadOnly(true);
        repairing = new TransactionTemplate(transactions);
    }

    /**
     * What was found, by task id.
     *
     * @param missing open in the engine, without a row
     * @param ghosts rows without an open task
     * @param wrong rows with another holder, group or due moment
     */
    public record Drift(long compared, Set<String> missing, Set<String> ghosts, Set<String> wrong) {

        public boolean none() {
            return missing.isEmpty() && ghosts.isEmpty() && wrong.isEmpty();
        }
    }

    /** A comparison that this node made. */
    public record Comparison(Instant at, Drift found) {}

    /** This node's last comparison. */
    public Optional<Comparison> last() {
        return Optional.ofNullable(last.get());
    }

    private record Row(String taskId, @Nullable String assignee, String queue, String candidateGroup, Timestamp dueAt) {

        boolean says(TaskOpened task) {
            return java.util.Objects.equals(assignee, task.assignee())
                    && queue.equals(InboxItem.queueOf(task.assignee(), task.group()))
                    && candidateGroup.equals(task.group())
                    && dueAt.toInstant().equals(task.dueAt());
        }
    }

    /** Goes through all tasks and rows once, repairs what differs, and says what it was. */
    public Drift reconcile() {
        var drift = new Drift(0, new HashSet<>(), new HashSet<>(), new HashSet<>());
        var compared = 0L;
        var after = "";
        while (true) {
            var from = after;
            var end = new ArrayList<String>();
            compared += reading.execute(status -> compare(from, drift, end));
            if (end.isEmpty()) {
                break;
            }
            after = end.get(0);
        }
        var found = new Drift(compared, drift.missing(), drift.ghosts(), drift.wrong());
        if (!found.none()) {
            LOG.error("The inbox differed from the engine and is repaired: {}", found);
            repair(found);
        }
        last.set(new Comparison(clock.instant(), found));
        return found;
    }

    private int compare(String after, Drift drift, List<String> end) {
        var tasks = openTasks.after(after, PAGE);
        var full = tasks.size() == PAGE;
        Map<String, Row> rows = jdbc
                .sql(
                        "select task_id, assignee, queue, candidate_group, due_at from inbox_item where task_id > :after and (:rest or task_id <= :until)")
                .param("after", after)
                .param("rest", !full)
                .param("until", full ? tasks.get(PAGE - 1).taskId() : "")
                .query(Row.class)
                .stream()
                .collect(Collectors.toMap(Row::taskId, Function.identity()));
        for (var task : tasks) {
            var row = rows.remove(task.taskId());
            if (row == null) {
                drift.missing().add(task.taskId());
            } else if (!row.says(task)) {
                drift.wrong().add(task.taskId());
            }
        }
        drift.ghosts().addAll(rows.keySet());
        if (full) {
            end.add(tasks.get(PAGE - 1).taskId());
        }
        return tasks.size();
    }

    private void repair(Drift found) {
        var all = new ArrayList<String>();
        all.addAll(found.missing());
        all.addAll(found.ghosts());
        all.addAll(found.wrong());
        for (var start = 0; start < all.size(); start += PAGE) {
            var ids = all.subList(start, Math.min(all.size(), start + PAGE));
            repairing.executeWithoutResult(status -> {
                // Read again under a lock: the task may have been completed since it was compared.
                var open = openTasks.locked(ids);
                writer.replace(open);
                var gone = new ArrayList<>(ids);
                gone.removeAll(open.stream().map(TaskOpened::taskId).toList());
                writer.delete(gone);
            });
        }
    }
}
