package fr.allervers.kpi.fact;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.inbox.TestCases;
import fr.allervers.kpi.figure.Area;
import fr.allervers.kpi.figure.Figure;
import fr.allervers.kpi.figure.Period;
import fr.allervers.kpi.figure.Scope;
import fr.allervers.kpi.figure.Tile;
import fr.allervers.kpi.figure.WorkPages;
import fr.allervers.testing.MovableClock;
import fr.allervers.workflow.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What the figures say is what happened: counted by another hand, and the same when counted again from the history. */
class FiguresTest extends AbstractFiguresTest {

    @Autowired
    TestCases cases;

    @Autowired
    Tasks tasks;

    @Autowired
    WorkPages work;

    @Autowired
    TransactionTemplate transaction;

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

        sameWhenCountedAgain();
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
            note("household-call", id);
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
        return tile(figure, PERIOD, new Scope(true, java.util.Set.of(agency), campaign));
    }

    private long listed(long campaign, String from, String to) {
        var scope = new Scope(true, java.util.Set.of(agency), campaign);
        var period = Period.days(LocalDate.parse(from), LocalDate.parse(to));
        return tile(Figure.COVERAGE, period, scope).now().whole();
    }

    private static Tile of(List<Tile> tiles, Figure figure) {
        return tiles.stream()
                .filter(tile -> tile.figure() == figure)
                .findFirst()
                .orElseThrow();
    }

    private void told(long callId) {
        note("household-call", callId);
        fold();
    }
}
