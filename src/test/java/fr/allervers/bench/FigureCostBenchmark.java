package fr.allervers.bench;

import fr.allervers.inbox.TestCases;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.workflow.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What keeping the figures costs a completion: the same completions with and without the listeners that write down what the figures count. */
@ApplicationTest
class FigureCostBenchmark {

    private static final String LISTENERS = "fr.allervers.kpi.fact.FactEvents";

    @Autowired
    TestCases cases;

    @Autowired
    Tasks tasks;

    @Autowired
    ApplicationEventMulticaster events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource database;

    @Test
    void aCompletionWithAndWithoutFigures() throws Exception {
        var bench = Bench.time("dashboard-cost", "a task completed, with the figures kept", "ms", 400);
        bench.side("ours", () -> complete(bench.size()))
                .side("limit", () -> without(bench.size()))
                .target("limit", 0.95)
                .note(
                        "The limit keeps no figures: 0.95 is a cost of five percent. The index of the inbox by due moment is there on both sides.")
                .run(database);
    }

    private double complete(int count) {
        var titles =
                IntStream.range(0, count).mapToObj(number -> "Foyer " + number).toList();
        var open = cases.startAll(TestCases.number(), titles, MovableClock.START, "social-advisor");
        var start = System.nanoTime();
        open.forEach(
                task -> transaction.executeWithoutResult(status -> tasks.complete(task, Map.of("decision", "YES"))));
        var took = (System.nanoTime() - start) / 1e6 / count;
        jdbc.update("delete from kpi_event");
        return took;
    }

    private double without(int count) {
        List<ApplicationListener<?>> removed = new ArrayList<>();
        events.removeApplicationListeners(listener -> {
            var ours = listener instanceof GenericApplicationListener one
                    && one.getListenerId().startsWith(LISTENERS);
            if (ours) {
                removed.add(listener);
            }
            return ours;
        });
        if (removed.isEmpty()) {
            throw new IllegalStateException("No listener of the figures was found");
        }
        try {
            return complete(count);
        } finally {
            removed.forEach(events::addApplicationListener);
        }
    }
}
