package fr.allervers.kpi.fact;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.kpi.figure.Dashboards;
import fr.allervers.kpi.figure.Figure;
import fr.allervers.kpi.figure.FigureGround;
import fr.allervers.kpi.figure.Period;
import fr.allervers.kpi.figure.Scope;
import fr.allervers.kpi.figure.Tile;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two agencies, whose figures are read as shown, spoiled, and counted again. */
@ApplicationTest
abstract class AbstractFiguresTest {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final LocalDate FROM = LocalDate.of(2026, 11, 24);
    static final Period PERIOD = Period.days(FROM, FROM.plusDays(60));

    @Autowired
    Timeline timeline;

    @Autowired
    Folding folding;

    @Autowired
    Recount recount;

    @Autowired
    Dashboards dashboards;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    FigureGround ground;
    long agency;
    long other;

    @BeforeEach
    void twoAgencies() {
        ground = new FigureGround(jdbc);
        agency = ground.agency();
        other = ground.agency();
        people.signIn(people.somebody(Role.SUPERVISOR));
    }

    @AfterEach
    void backToTheStart() {
        clock.reset();
        people.signOut();
    }

    static Scope only(long agency) {
        return new Scope(false, Set.of(agency), null);
    }

    Tile tile(Figure figure, Period period, Scope scope) {
        return dashboards.area(figure.area(), period, scope).tiles().stream()
                .filter(tile -> tile.figure() == figure)
                .findFirst()
                .orElseThrow();
    }

    /** The figure as shown, of the whole period and of each of its first days, is what was noted by hand. */
    void everyDayAndAll(Expected expected, Figure figure, long of, Period all, int days) {
        compare(expected, figure, of, all);
        for (var day = all.from(); day.isBefore(all.from().plusDays(days)); day = day.plusDays(1)) {
            compare(expected, figure, of, Period.days(day, day));
        }
    }

    private void compare(Expected expected, Figure figure, long of, Period period) {
        expected.compare(
                figure,
                of,
                period.from(),
                period.to(),
                tile(figure, period, only(of)).now());
    }

    /** Lets the figures know that something became of the case. */
    void note(String kind, long id) {
        timeline.record(new CaseRef(kind, id), null, Timeline.Kind.NOTE, "Essai", null, false);
    }

    void fold() {
        while (folding.fold() > 0) {
            // Until nothing is left.
        }
    }

    /** Nothing is left of a faulty hand's work once everything is counted again, and that comes to what was counted live. */
    void sameWhenCountedAgain() {
        var live = snapshot();
        spoil();
        assertThat(snapshot()).isNotEqualTo(live);
        var last = new AtomicLong();
        assertThat(recount.run((made, total) -> {
                    assertThat(made).isBetween(last.get(), total);
                    last.set(made);
                }))
                .isTrue();
        assertThat(last.get()).isPositive();
        assertThat(snapshot()).isEqualTo(live);
    }

    /** All figures of the two agencies. */
    private List<String> snapshot() {
        var histogram = IntStream.range(0, Durations.BUCKETS)
                .mapToObj(Durations::column)
                .collect(Collectors.joining(", "));
        return jdbc.sql(
                        "select concat_ws('|', process, grain, step, day, agency_id, campaign_id, outcome, candidate_group, n, amount, "
                                + histogram + ") from kpi_day where agency_id in (?, ?) and n <> 0 order by 1")
                .params(agency, other)
                .query(String.class)
                .list();
    }

    private void spoil() {
        jdbc.sql("update kpi_day set n = n + 1 where agency_id = ?")
                .param(agency)
                .update();
        jdbc.sql("delete from kpi_day where agency_id = ?").param(other).update();
        jdbc.sql("delete from kpi_fact where agency_id = ?").param(agency).update();
        jdbc.sql("update kpi_task set outcome = 'DROPPED', day = '2020-01-01', seconds = 1 where agency_id = ?")
                .param(agency)
                .update();
        jdbc.sql("delete from kpi_task where agency_id = ? and step = 'confirm'")
                .param(other)
                .update();
    }
}
