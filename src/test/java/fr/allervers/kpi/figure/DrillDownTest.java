package fr.allervers.kpi.figure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.kpi.fact.FigureTurns;
import fr.allervers.kpi.figure.FactList.Part;
import fr.allervers.shared.Slice;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Behind each number are just as many cases as it says, and groups of other agencies are shown only when nobody can be recognised. */
@ApplicationTest
class DrillDownTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Period PERIOD = Period.days(TODAY.minusDays(40), TODAY);

    @Autowired
    Dashboards dashboards;

    @Autowired
    FactList facts;

    @Autowired
    OpenTaskList open;

    @Autowired
    WorkPages work;

    @Autowired
    FigureTurns turns;

    @Autowired
    Timeline timeline;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private FigureGround ground;
    private long mine;
    private long other;

    @BeforeEach
    void twoAgencies() {
        ground = new FigureGround(jdbc);
        mine = ground.agency();
        other = ground.agency();
        people.signIn(people.somebodyOf(mine, Role.SUPERVISOR));
    }

    @AfterEach
    void signOut() {
        people.signOut();
    }

    @Test
    void everyTileOpensAsManyCasesAsItShows() {
        calls(mine, 47, new Random(1));
        turns.all();
        var scope = new Scope(false, Set.of(mine), null);
        for (var area : Area.values()) {
            for (var tile : dashboards.area(area, PERIOD, scope).tiles()) {
                var figure = tile.figure();
                counted(figure, Part.COUNTED, tile.now().part(), scope);
                counted(figure, Part.ALL, tile.now().whole(), scope);
                if (!figure.kind().isStock()) {
                    counted(figure, Part.REST, tile.now().whole() - tile.now().part(), scope);
                }
            }
        }
        var coverage =
                dashboards.area(Area.OUTREACH, PERIOD, scope).tiles().get(0).now();
        assertThat(coverage.whole()).as("more than one page").isGreaterThan(30);
        assertThat(coverage.part()).isPositive();
    }

    private void counted(Figure figure, Part part, long shown, Scope scope) {
        var lines = all(after -> facts.page(figure, part, null, PERIOD, scope, after));
        if (part != Part.ALL || !figure.kind().isStock()) {
            assertThat(lines).as(figure + " " + part).hasSize((int) shown).doesNotHaveDuplicates();
            assertThat(facts.count(figure, part, null, PERIOD, scope)).isEqualTo(shown);
        }
    }

    @Test
    void everyNumberOfTheWorkOpensItsTasks() {
        var random = new Random(3);
        for (var number = 0; number < 70; number++) {
            var now = MovableClock.START;
            ground.task(
                    mine,
                    random.nextBoolean() ? "household-call" : "aid-request",
                    number,
                    "act-" + random.nextInt(3),
                    random.nextBoolean() ? "social-advisor" : "supervisor",
                    now.minus(Duration.ofHours(random.nextInt(24 * 50))),
                    now.plus(Duration.ofHours(random.nextInt(24 * 30) - 200)));
        }
        turns.all();
        var scope = new Scope(false, Set.of(mine), null);
        var shown = work.of(PERIOD, scope);
        assertThat(shown.open()).isEqualTo(70);
        listed(new TaskQuestion(List.of(), null, null, true, null, null, null), scope, shown.late());
        shown.due()
                .forEach(row ->
                        listed(new TaskQuestion(List.of(), null, null, false, row.slot(), null, null), scope, row.n()));
        shown.ages()
                .forEach(row -> listed(
                        new TaskQuestion(List.of(), null, null, false, null, row.slot(), null), scope, row.open()));
        shown.groups()
                .forEach(row -> listed(
                        new TaskQuestion(List.of(), null, row.group(), true, null, null, null), scope, row.late()));
        assertThat(shown.due().stream().mapToLong(WorkPages.DueRow::n).sum()).isEqualTo(70);
    }

    private void listed(TaskQuestion asked, Scope scope, long shown) {
        assertThat(all(after -> open.page(asked, scope, after)))
                .as(asked.toString())
                .hasSize((int) shown);
        assertThat(open.count(asked, scope)).isEqualTo(shown);
    }

    @Test
    void smallGroupsOfOtherAgenciesAreNotShown() {
        calls(other, 3, new Random(2));
        turns.all();
        var row = rowOf(other);
        assertThat(row.own()).isFalse();
        assertThat(row.readings().get(0)).as("three households").isNull();
        for (var number = 0; number < 5; number++) {
            calls(other, 4, new Random(number));
        }
        turns.all();
        assertThat(AgencyRow.shown(reading(5, 10), false)).isNotNull();
        assertThat(AgencyRow.shown(reading(4, 10), false)).isNull();
        assertThat(AgencyRow.shown(reading(6, 10), false))
                .as("four are missing")
                .isNull();
        assertThat(AgencyRow.shown(reading(0, 10), false)).isNotNull();
        assertThat(AgencyRow.shown(reading(1, 2), true)).isNotNull();
    }

    @Test
    void anotherAgencysCasesDoNotOpen() {
        calls(other, 9, new Random(5));
        turns.all();
        var reader = people.somebodyOf(mine, Role.SUPERVISOR);
        var asked = Scope.of(reader, other, null);
        assertThat(facts.page(Figure.COVERAGE, Part.ALL, null, PERIOD, asked, null)
                        .items())
                .isEmpty();
        assertThat(facts.count(Figure.COVERAGE, Part.ALL, null, PERIOD, asked)).isZero();
        people.signIn(people.somebodyOf(mine, Role.SOCIAL_ADVISOR));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> dashboards.overview(PERIOD, asked))
                .isInstanceOf(AccessDeniedException.class);
    }

    private AgencyRow rowOf(long agency) {
        return dashboards.area(Area.OUTREACH, PERIOD, new Scope(false, Set.of(mine), null)).agencies().stream()
                .filter(row -> row.agencyId() == agency)
                .findFirst()
                .orElseThrow();
    }

    private static Reading reading(long part, long whole) {
        return new Reading(part, whole, 0, fr.allervers.kpi.fact.Durations.none());
    }

    private static <T> List<T> all(Function<@Nullable String, Slice<T>> pages) {
        var lines = new ArrayList<T>();
        var page = pages.apply(null);
        lines.addAll(page.items());
        while (page.next() != null) {
            page = pages.apply(page.next());
            lines.addAll(page.items());
        }
        return lines;
    }

    private void calls(long agency, int count, Random random) {
        var campaign = ground.campaign();
        for (var number = 0; number < count; number++) {
            var started = MovableClock.START.minus(Duration.ofHours(100 + random.nextInt(24 * 30)));
            var called = random.nextInt(3) > 0 ? started.plus(Duration.ofHours(3)) : null;
            var reached = called != null && random.nextInt(3) > 0 ? called : null;
            var grade =
                    reached == null ? null : List.of("GREEN", "ORANGE", "RED").get(random.nextInt(3));
            var id = ground.call(agency, campaign, started, called, reached, 1, grade, reached);
            timeline.record(new CaseRef("household-call", id), null, Timeline.Kind.NOTE, "Essai", null, false);
        }
    }
}
