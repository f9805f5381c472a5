package fr.allervers.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.kpi.figure.Period;
import fr.allervers.kpi.figure.ProcessMaps;
import fr.allervers.kpi.figure.Scope;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The dashboard over a year of finished tasks. Its pages: p95 of server time, template and all; the notes tell the same over a tenth of the
 * tasks. Its figures: those of a process's map over thirty days, against the same from the engine's own history, whose reports
 * know means only: its list of tasks.
 */
@ApplicationTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DashboardBenchmark {

    private static final List<String> PAGES = List.of(
            "/tableau",
            "/tableau?periode=annee",
            "/tableau/appels",
            "/tableau/impayes",
            "/tableau/attributions",
            "/tableau/etats-des-lieux",
            "/tableau/travail",
            "/tableau/carte/household-call",
            "/tableau/carte/household-call?periode=annee",
            "/tableau/liste?chiffre=coverage&part=tous",
            "/tableau/taches?retard=oui",
            "/tableau/faites");

    @Autowired
    MockMvc mvc;

    @Autowired
    HistoryService history;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource database;

    @Autowired
    ProcessMaps maps;

    private final Map<String, List<Double>> byPage = new LinkedHashMap<>();

    @Test
    @Order(1)
    void everyPageAtATenthAndAtAll() throws Exception {
        var bench = Bench.time("dashboard-pages", "a page of the dashboard over finished tasks, p95", "ms", 1_000_000);
        var claire = people.somebody(Role.SUPERVISOR);
        for (var agency = 1; agency <= 10; agency++) {
            jdbc.update(
                    "insert ignore into agency (id, code, name) values (?, ?, ?)",
                    agency,
                    "B" + agency,
                    "Agence " + agency);
        }
        var finished = new FinishedWork(jdbc);
        finished.add(1, bench.size() / 10);
        finished.count();
        pages(claire, 3);
        var tenth = pages(claire, 20);
        var eachAtTenth = each(byPage);
        byPage.clear();
        finished.add(bench.size() / 10 + 1, bench.size());
        finished.count();
        var counted =
                jdbc.queryForObject("select sum(n) from kpi_day where process = 'ALL' and grain = 'M'", Long.class);
        assertThat(counted).as("tasks in the figures").isEqualTo(bench.size());
        bench.side("ours", () -> pages(claire, 20))
                .note("Ours over a tenth of the tasks: " + Math.round(tenth * 100) / 100.0 + " ms: " + eachAtTenth
                        + ".")
                .run(database);
    }

    @Test
    @Order(2)
    void figuresOfAMonth() throws Exception {
        var bench =
                Bench.time("dashboard-figures", "figures of a process's map over thirty days, p95", "ms", 1_000_000);
        if (jdbc.queryForObject("select count(*) from kpi_task", Long.class) < bench.size()) {
            var finished = new FinishedWork(jdbc);
            finished.add(1, bench.size());
            finished.count();
        }
        people.signIn(people.somebody(Role.SUPERVISOR));
        bench.side("ours", this::ours)
                .side("peer", this::peer)
                .target("peer", 200)
                .note("Of each step how many ended, how many late, median and ninth decile; both without a page.")
                .run(database);
        people.signOut();
    }

    private double ours() {
        var period = Period.days(
                LocalDate.ofInstant(MovableClock.START, ZoneOffset.UTC).minusDays(29),
                LocalDate.ofInstant(MovableClock.START, ZoneOffset.UTC));
        var scope = new Scope(true, Set.of(), null);
        var figures = new double[100];
        for (var turn = 0; turn < figures.length; turn++) {
            var start = System.nanoTime();
            var steps = maps.of("household-call", period, scope).steps();
            figures[turn] = (System.nanoTime() - start) / 1e6;
            assertThat(steps).anyMatch(step -> step.done() > 0);
        }
        return Bench.p95(figures);
    }

    private static String each(Map<String, List<Double>> byPage) {
        return byPage.entrySet().stream()
                .map(entry -> "%s %.0f ms"
                        .formatted(
                                entry.getKey(),
                                Bench.p95(entry.getValue().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .toArray())))
                .collect(Collectors.joining(", "));
    }

    private double pages(StaffMember reader, int turns) throws Exception {
        var times = new ArrayList<Double>();
        for (var turn = 0; turn < turns; turn++) {
            for (var page : PAGES) {
                var start = System.nanoTime();
                mvc.perform(get(page).with(People.as(reader))).andExpect(status().isOk());
                var took = (System.nanoTime() - start) / 1e6;
                times.add(took);
                byPage.computeIfAbsent(page, key -> new ArrayList<>()).add(took);
            }
        }
        return Bench.p95(times.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private double peer() {
        var figures = new double[2];
        for (var turn = 0; turn < figures.length; turn++) {
            var start = System.nanoTime();
            var from = Date.from(MovableClock.START.minus(Duration.ofDays(30)));
            var to = Date.from(MovableClock.START);
            var byStep = history
                    .createHistoricTaskInstanceQuery()
                    .processDefinitionKey("household-call")
                    .finishedAfter(from)
                    .finishedBefore(to)
                    .list()
                    .stream()
                    .collect(Collectors.groupingBy(HistoricTaskInstance::getTaskDefinitionKey));
            var late = 0;
            var medians = new ArrayList<Long>();
            for (var step : byStep.values()) {
                var durations = step.stream()
                        .mapToLong(HistoricTaskInstance::getDurationInMillis)
                        .sorted()
                        .toArray();
                medians.add(durations[durations.length / 2]);
                medians.add(durations[durations.length * 9 / 10]);
                late += (int) step.stream()
                        .filter(task ->
                                task.getDueDate() != null && task.getEndTime().after(task.getDueDate()))
                        .count();
            }
            figures[turn] = (System.nanoTime() - start) / 1e6;
            assertThat(medians.size() + late).isPositive();
        }
        return Bench.p95(figures);
    }
}
