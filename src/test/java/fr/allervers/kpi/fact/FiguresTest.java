package fr.allervers.kpi.fact;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.inbox.TestCases;
import fr.allervers.kpi.figure.Area;
import fr.allervers.kpi.figure.Dashboards;
import fr.allervers.kpi.figure.Figure;
import fr.allervers.kpi.figure.FigureGround;
import fr.allervers.kpi.figure.Period;
import fr.allervers.kpi.figure.Scope;
import fr.allervers.kpi.figure.Tile;
import fr.allervers.kpi.figure.WorkPages;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Tasks;
import fr.allervers.workflow.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the figures say is what happened: counted by another hand, and the same when counted again from the history. */
@ApplicationTest
class FiguresTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FROM = LocalDate.of(2026, 11, 24);
    private static final Period PERIOD = Period.days(FROM, FROM.plusDays(60));

    @Autowired
    TestCases cases;

    @Autowired
    Tasks tasks;

    @Autowired
    Timeline timeline;

    @Autowired
    Folding folding;

    @Autowired
    Recount recount;

    @Autowired
    Dashboards dashboards;

    @Autowired
    WorkPages work;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transaction;

    private FigureGround ground;
    private long agency;
    private long other;

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

    /** What the test itself noted of a task that it completed. */
    private record Done(long agency, boolean inTime, LocalDate day) {}

    @Test
    void figuresAreWhatHappenedAndStayTheSameWhenCountedAgain() {
        var random = new Random(2026);
        var done = doRandomTasks(random, 40);
        var calls = makeRandomCalls(random, 60);
        fold();

        var shown = work.of(PERIOD, only(agency));
        var mine = done.stream().filter(one -> one.agency() == agency).toList();
        assertThat(shown.done()).isEqualTo(mine.size());
        assertThat(shown.inTime()).isEqualTo(mine.stream().filter(Done::inTime).count());
        for (var day = FROM; day.isBefore(FROM.plusDays(60)); day = day.plusDays(1)) {
            var on = day;
            assertThat(work.of(Period.days(day, day), only(other)).done())
                    .as("on " + day)
                    .isEqualTo(done.stream()
                            .filter(one -> one.agency() == other && one.day().equals(on))
                            .count());
        }
        callsAreCounted(calls);

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

    @Test
    void aCaseThatChangesIsCountedOnceAsItNowIs() {
        var campaign = ground.campaign();
        var id = ground.call(agency, campaign, clock.instant(), null, null, 0, null, null);
        told(id);
        assertThat(tile(Figure.COVERAGE, campaign).now().part()).isZero();
        assertThat(tile(Figure.COVERAGE, campaign).now().whole()).isOne();
        jdbc.sql("update household_call set first_called_at = ?, reached_at = ?, attempts = 3 where id = ?")
                .params(clock.instant(), clock.instant(), id)
                .update();
        told(id);
        told(id);
        assertThat(tile(Figure.COVERAGE, campaign).now().part()).isOne();
        assertThat(tile(Figure.RESPONSE, campaign).now().part()).isOne();
        assertThat(tile(Figure.ATTEMPTS, campaign).value()).hasValue(3);
    }

    @Test
    void aDayEndsAtMidnightInParis() {
        var campaign = ground.campaign();
        // 23:59 on the 30th and 0:00 on the 1st, in Paris: 22:59 and 23:00 in UTC.
        told(ground.call(agency, campaign, Instant.parse("2026-11-30T22:59:59Z"), null, null, 0, null, null));
        told(ground.call(agency, campaign, Instant.parse("2026-11-30T23:00:00Z"), null, null, 0, null, null));
        assertThat(listed(campaign, "2026-11-01", "2026-11-30")).isOne();
        assertThat(listed(campaign, "2026-12-01", "2026-12-31")).isOne();
        assertThat(listed(campaign, "2026-11-30", "2026-11-30")).isOne();
        assertThat(listed(campaign, "2026-12-01", "2026-12-01")).isOne();
        assertThat(listed(campaign, "2026-11-29", "2026-11-29")).isZero();
        assertThat(listed(campaign, "2026-11-15", "2027-01-15")).isEqualTo(2);
        // Summer time: midnight is 22:00 in UTC.
        told(ground.call(agency, campaign, Instant.parse("2026-06-30T21:59:59Z"), null, null, 0, null, null));
        assertThat(listed(campaign, "2026-06-30", "2026-06-30")).isOne();
        assertThat(listed(campaign, "2026-07-01", "2026-07-01")).isZero();
    }

    private List<Done> doRandomTasks(Random random, int count) {
        var done = new ArrayList<Done>();
        for (var number = 0; number < count; number++) {
            clock.advance(Duration.ofMinutes(random.nextInt(24 * 60)));
            var where = random.nextBoolean() ? agency : other;
            var due = clock.instant().plus(Duration.ofHours(random.nextInt(72)));
            var task = cases.start(where, "Foyer " + number, due, "social-advisor");
            clock.advance(Duration.ofHours(random.nextInt(40)));
            var end = clock.instant();
            transaction.executeWithoutResult(status -> tasks.complete(task, Map.of("decision", "YES")));
            done.add(new Done(where, !end.isAfter(due), end.atZone(PARIS).toLocalDate()));
        }
        return done;
    }

    /** What the test itself noted of a call. */
    private record Call(long agency, LocalDate started, boolean called, boolean reached, int attempts) {}

    private List<Call> makeRandomCalls(Random random, int count) {
        var campaign = ground.campaign();
        var calls = new ArrayList<Call>();
        for (var number = 0; number < count; number++) {
            var where = random.nextBoolean() ? agency : other;
            var started = MovableClock.START.plus(Duration.ofMinutes(random.nextInt(50 * 24 * 60)));
            var called = random.nextInt(4) > 0 ? started.plus(Duration.ofHours(1 + random.nextInt(100))) : null;
            var reached = called != null && random.nextBoolean() ? called.plus(Duration.ofHours(2)) : null;
            var attempts = called == null ? 0 : 1 + random.nextInt(4);
            var id = ground.call(where, campaign, started, called, reached, attempts, null, null);
            note(id);
            calls.add(new Call(where, started.atZone(PARIS).toLocalDate(), called != null, reached != null, attempts));
        }
        return calls;
    }

    private void callsAreCounted(List<Call> calls) {
        var tiles = dashboards
                .area(Area.OUTREACH, Period.days(FROM, FROM.plusDays(90)), only(agency))
                .tiles();
        var mine = calls.stream().filter(call -> call.agency() == agency).toList();
        var coverage = of(tiles, Figure.COVERAGE).now();
        assertThat(coverage.whole()).isEqualTo(mine.size());
        assertThat(coverage.part()).isEqualTo(mine.stream().filter(Call::called).count());
        var response = of(tiles, Figure.RESPONSE).now();
        assertThat(response.whole())
                .isEqualTo(mine.stream().filter(Call::called).count());
        assertThat(response.part())
                .isEqualTo(mine.stream().filter(Call::reached).count());
        assertThat(of(tiles, Figure.ATTEMPTS).now().amount())
                .isEqualTo(mine.stream()
                        .filter(Call::reached)
                        .mapToInt(Call::attempts)
                        .sum());
    }

    private Tile tile(Figure figure, long campaign) {
        var scope = new Scope(true, java.util.Set.of(agency), campaign);
        return of(dashboards.area(figure.area(), PERIOD, scope).tiles(), figure);
    }

    private long listed(long campaign, String from, String to) {
        var scope = new Scope(true, java.util.Set.of(agency), campaign);
        var period = Period.days(LocalDate.parse(from), LocalDate.parse(to));
        return of(dashboards.area(Area.OUTREACH, period, scope).tiles(), Figure.COVERAGE)
                .now()
                .whole();
    }

    private static Tile of(List<Tile> tiles, Figure figure) {
        return tiles.stream()
                .filter(tile -> tile.figure() == figure)
                .findFirst()
                .orElseThrow();
    }

    private static Scope only(long agency) {
        return new Scope(false, java.util.Set.of(agency), null);
    }

    private void note(long callId) {
        timeline.record(new CaseRef("household-call", callId), null, Timeline.Kind.NOTE, "Essai", null, false);
    }

    private void told(long callId) {
        note(callId);
        fold();
    }

    private void fold() {
        while (folding.fold() > 0) {
            // Until nothing is left.
        }
    }

    /** All figures of the two agencies. */
    private List<String> snapshot() {
        var histogram = java.util.stream.IntStream.range(0, Durations.BUCKETS)
                .mapToObj(Durations::column)
                .collect(java.util.stream.Collectors.joining(", "));
        return jdbc.sql(
                        "select concat_ws('|', process, grain, step, day, agency_id, campaign_id, outcome, candidate_group, n, amount, "
                                + histogram + ") from kpi_day where agency_id in (?, ?) and n <> 0 order by 1")
                .params(agency, other)
                .query(String.class)
                .list();
    }

    /** As a faulty hand in the database would. */
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
