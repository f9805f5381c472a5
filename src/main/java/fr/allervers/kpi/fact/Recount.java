package fr.allervers.kpi.fact;

import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseKinds;
import fr.allervers.workflow.FinishedTasks;
import fr.allervers.workflow.FinishedTasks.Finished;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts everything again from the history: tasks from the engine's history, facts from the modules' tables. It takes short transactions, says
 * how far it is, and can be begun again at any moment; what happens meanwhile waits to be folded after it. Tasks that ended before the engine's
 * history begins stay as they are known. A group that the case chose, and which the history does not keep, stays as it is known too.
 */
@Component
public class Recount {

    private static final int PAGE = 500;

    private final FinishedTasks history;
    private final CaseKinds kinds;
    private final CaseSources sources;
    private final Folding folding;
    private final FactStore facts;
    private final TaskStore tasks;
    private final FigureState state;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Recount(
            FinishedTasks history,
            CaseKinds kinds,
            CaseSources sources,
            Folding folding,
            FactStore facts,
            TaskStore tasks,
            FigureState state,
            JdbcClient jdbc,
            JdbcTemplate batches,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.history = history;
        this.kinds = kinds;
        this.sources = sources;
        this.folding = folding;
        this.facts = facts;
        this.tasks = tasks;
        this.state = state;
        this.jdbc = jdbc;
        this.batches = batches;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Counts everything again.
     *
     * @param progress is told how much of how much is done
     * @return false when another recount runs
     */
    public boolean run(BiConsumer<Long, Long> progress) {
        var ended = history.count();
        var total =
                2 * ended + sources.all().stream().mapToLong(CaseSource::count).sum();
        var pass = state.begin(total);
        if (pass == null) {
            return false;
        }
        var steps = new Steps(total, progress);
        try {
            forget("kpi_day");
            forget("kpi_fact");
            readHistory(pass, steps);
            countTasks(steps);
            readCases(steps);
        } finally {
            state.end();
        }
        progress.accept(total, total);
        return true;
    }

    /** How far it is, told and kept after each page. */
    private final class Steps {

        private final long total;
        private final BiConsumer<Long, Long> progress;
        private long done;

        private Steps(long total, BiConsumer<Long, Long> progress) {
            this.total = total;
            this.progress = progress;
        }

        private void add(int more) {
            done += more;
            state.progress(done);
            progress.accept(Math.min(done, total), total);
        }
    }

    private void forget(String table) {
        Integer gone;
        do {
            gone = transaction.execute(
                    status -> jdbc.sql("delete from " + table + " limit 5000").update());
        } while (gone != null && gone > 0);
    }

    private void readHistory(int pass, Steps steps) {
        var since = history.firstEnd();
        for (var page = history.after("", PAGE);
                !page.isEmpty();
                page = history.after(page.get(page.size() - 1).taskId(), PAGE)) {
            var rows = folding.inCampaigns(rows(page));
            transaction.executeWithoutResult(status -> tasks.put(rows, pass));
            steps.add(page.size());
        }
        since.ifPresent(from -> transaction.executeWithoutResult(
                status -> jdbc.sql("delete from kpi_task where pass <> ? and closed_at >= ?")
                        .params(pass, Timestamp.from(from))
                        .update()));
    }

    private List<TaskRow> rows(List<Finished> page) {
        var agencies = agencies(page);
        var groups = knownGroups(page);
        return page.stream()
                .map(task -> TaskRow.of(
                        task.taskId(),
                        task.ofCase().kind(),
                        task.ofCase().id(),
                        task.step(),
                        task.group() != null ? task.group() : groups.getOrDefault(task.taskId(), ""),
                        agencies.getOrDefault(task.ofCase().kind(), Map.of())
                                .getOrDefault(task.ofCase().id(), 0L),
                        0,
                        task.completed(),
                        task.openedAt(),
                        task.dueAt(),
                        task.closedAt(),
                        clock.getZone()))
                .toList();
    }

    private Map<String, Map<Long, Long>> agencies(List<Finished> page) {
        Map<String, Set<Long>> ids = new HashMap<>();
        page.forEach(task -> ids.computeIfAbsent(task.ofCase().kind(), kind -> new HashSet<>())
                .add(task.ofCase().id()));
        Map<String, Map<Long, Long>> agencies = new HashMap<>();
        ids.forEach((kind, cases) -> kinds.find(kind).ifPresent(one -> {
            var found = new HashMap<Long, Long>();
            one.cards(cases).forEach((id, card) -> put(found, id, card));
            agencies.put(kind, found);
        }));
        return agencies;
    }

    private static void put(Map<Long, Long> found, long id, CaseCard card) {
        if (card.agencyId() != null) {
            found.put(id, card.agencyId());
        }
    }

    private Map<String, String> knownGroups(List<Finished> page) {
        var unknown = page.stream()
                .filter(task -> task.group() == null)
                .map(Finished::taskId)
                .toList();
        var known = new HashMap<String, String>();
        if (!unknown.isEmpty()) {
            jdbc.sql("select task_id, candidate_group from kpi_task where task_id in (:ids)")
                    .param("ids", unknown)
                    .query(row -> {
                        known.put(row.getString(1), row.getString(2));
                    });
        }
        return known;
    }

    private void countTasks(Steps steps) {
        var after = 0L;
        for (var page = tasks.after(after, PAGE); !page.isEmpty(); page = tasks.after(after, PAGE)) {
            after = page.get(page.size() - 1).id();
            var deltas = new DayDeltas();
            page.forEach(one -> one.task().count(deltas, 1));
            transaction.executeWithoutResult(status -> deltas.write(batches));
            steps.add(page.size());
        }
    }

    private void readCases(Steps steps) {
        for (var source : sources.all()) {
            for (var ids = source.after(0, PAGE); !ids.isEmpty(); ids = source.after(ids.get(ids.size() - 1), PAGE)) {
                var page = ids;
                transaction.executeWithoutResult(status -> {
                    var deltas = new DayDeltas();
                    facts.refresh(source, page, deltas);
                    deltas.write(batches);
                });
                steps.add(page.size());
            }
        }
    }
}
