package fr.allervers.kpi.figure;

import fr.allervers.kpi.fact.Durations;
import fr.allervers.kpi.fact.FigureState;
import fr.allervers.shared.web.UserError;
import fr.allervers.workflow.Diagrams;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A process as a map: what waits at each step, how long steps take, where it is late. */
@Component
@Transactional(readOnly = true)
public class ProcessMaps {

    private final Dashboards dashboards;
    private final Diagrams diagrams;
    private final QueueQueries queue;
    private final DayQueries days;
    private final FigureState state;

    ProcessMaps(Dashboards dashboards, Diagrams diagrams, QueueQueries queue, DayQueries days, FigureState state) {
        this.dashboards = dashboards;
        this.diagrams = diagrams;
        this.queue = queue;
        this.days = days;
        this.state = state;
    }

    /** @param steps in the order of the diagram's file */
    public record ProcessMap(Area area, String kind, List<StepRow> steps, FigureState.Now state) {

        /** What is late first, then what waits. */
        public List<StepRow> worstFirst() {
            return steps.stream()
                    .sorted(Comparator.comparingLong(StepRow::late)
                            .thenComparingLong(StepRow::open)
                            .reversed())
                    .toList();
        }

        public long open() {
            return steps.stream().mapToLong(StepRow::open).sum();
        }

        public long late() {
            return steps.stream().mapToLong(StepRow::late).sum();
        }
    }

    /**
     * The map of a process.
     *
     * @throws UserError when it is none of those that are watched
     */
    public ProcessMap of(String kind, Period period, Scope scope) {
        dashboards.reader();
        var area = areaOf(kind);
        var waiting = new HashMap<String, QueueQueries.Open>();
        queue.bySteps(List.of(kind), scope).forEach(one -> waiting.put(one.label(), one));
        var tasks = diagrams.userTasks(kind);
        var ids = tasks.stream().map(Diagrams.Step::id).toList();
        Map<String, Map<String, Durations>> times = ids.isEmpty() ? Map.of() : days.times(period, kind, ids, scope);
        var steps = tasks.stream()
                .map(task ->
                        row(kind, task, waiting.get(kind + "#" + task.id()), times.getOrDefault(task.id(), Map.of())))
                .toList();
        return new ProcessMap(area, kind, steps, state.now());
    }

    /** The diagram's BPMN. */
    public String xml(String kind) {
        dashboards.reader();
        areaOf(kind);
        return diagrams.xml(kind);
    }

    private static Area areaOf(String kind) {
        return Area.of(kind).orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "error.404.what"));
    }

    private static StepRow row(
            String kind,
            Diagrams.Step task,
            QueueQueries.@org.jspecify.annotations.Nullable Open waiting,
            Map<String, Durations> times) {
        var took = times.getOrDefault("IN_TIME", Durations.none()).plus(times.getOrDefault("LATE", Durations.none()));
        return new StepRow(
                kind,
                task.id(),
                task.name(),
                waiting == null ? 0 : waiting.open(),
                waiting == null ? 0 : waiting.late(),
                took.count(),
                took);
    }
}
