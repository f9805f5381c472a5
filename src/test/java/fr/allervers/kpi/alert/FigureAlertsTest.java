package fr.allervers.kpi.alert;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.inbox.CasePages;
import fr.allervers.kpi.fact.FigureTurns;
import fr.allervers.kpi.figure.ArrearsGround;
import fr.allervers.kpi.figure.FigureGround;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.AtOnce;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A figure that passes its limit is somebody's task: once for a figure, an agency and a month. */
@ApplicationTest
class FigureAlertsTest {

    @Autowired
    FigureAlerts alerts;

    @Autowired
    FigureTurns turns;

    @Autowired
    Timeline timeline;

    @Autowired
    CasePages pages;

    @Autowired
    Jobs jobs;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private FigureGround ground;
    private long agency;
    private long campaign;

    @BeforeEach
    void anAgency() {
        ground = new FigureGround(jdbc);
        agency = ground.agency();
        campaign = ground.campaign();
    }

    @AfterEach
    void backToTheStart() {
        clock.reset();
        people.signOut();
    }

    @Test
    void theFirstTimeInAMonthOpensOneTask() throws Exception {
        unanswered(4);
        alerts.look();
        assertThat(opened()).as("too few to say anything").isEmpty();
        unanswered(1);
        AtOnce.times(4, () -> fr.allervers.shared.Retry.onConflict(alerts::look));
        assertThat(opened()).hasSize(1);
        alerts.look();
        assertThat(opened()).hasSize(1);
        var of = new CaseRef(FigureAlert.KIND, opened().get(0));
        people.signIn(people.somebodyOf(agency, Role.SUPERVISOR));
        assertThat(pages.require(of).title()).startsWith("Taux de réponse");
        assertThat(pages.openTasks(of)).singleElement().satisfies(task -> {
            assertThat(task.group()).isEqualTo("supervisor");
            assertThat(task.step()).isEqualTo("look-at-figure");
        });
        clock.advance(Duration.ofDays(9));
        jobs.runDue();
        assertThat(pages.openTasks(of))
                .anySatisfy(task -> assertThat(task.group()).isEqualTo("director"));
    }

    @Test
    void theNextMonthIsAnotherMatter() {
        unanswered(6);
        alerts.look();
        assertThat(opened()).hasSize(1);
        // The last moment of November in Paris, and the first of December.
        clock.set(Instant.parse("2026-11-30T22:59:00Z"));
        unanswered(6);
        alerts.look();
        assertThat(opened()).hasSize(1);
        clock.set(Instant.parse("2026-11-30T23:00:00Z"));
        unanswered(6);
        alerts.look();
        assertThat(opened()).hasSize(2);
    }

    @Test
    void aMedianTimeHasItsLimitToo() {
        limit("48");
        try {
            // Five cases that were met within the limit, in another agency six that were not, and one never.
            var quick = ground.agency();
            for (var number = 0; number < 5; number++) {
                contacted(quick, Duration.ofHours(20));
                contacted(agency, Duration.ofDays(7));
            }
            contacted(quick, null);
            turns.fold();
            alerts.look();
            alerts.look();
            assertThat(opened("first-contact", quick)).isEmpty();
            assertThat(opened("first-contact", agency)).hasSize(1);
            var of = new CaseRef(
                    FigureAlert.KIND, opened("first-contact", agency).get(0));
            people.signIn(people.somebodyOf(agency, Role.SUPERVISOR));
            // Seven days, as their class of durations shows them.
            assertThat(pages.require(of).title()).isEqualTo("Délai du premier contact : 6 j");
            assertThat(timeline.ofCase(of, false))
                    .anySatisfy(entry -> assertThat(entry.what()).contains("6 j pour un seuil de 2 j"));
        } finally {
            limit(null);
        }
    }

    /** A case of unpaid rent of today, closed since, and when the household was met. */
    private void contacted(long of, @Nullable Duration after) {
        var arrears = new ArrearsGround(jdbc);
        var today = LocalDate.now(clock);
        var id = arrears.opened(ground.home(of), today, today, 50_000, null);
        arrears.closed(id, clock.instant(), "BY_DECISION");
        if (after != null) {
            arrears.told(
                    id, "CALL", today.atStartOfDay(clock.getZone()).toInstant().plus(after));
        }
        timeline.record(new CaseRef("unpaid-rent-prevention", id), null, Timeline.Kind.NOTE, "Essai", null, false);
    }

    private void limit(@Nullable String hours) {
        jdbc.sql("update kpi_setting set alert_at = ? where figure = 'first-contact'")
                .param(hours)
                .update();
    }

    private List<Long> opened() {
        return opened("response", agency);
    }

    private List<Long> opened(String figure, long of) {
        return jdbc.sql("select id from kpi_alert where agency_id = ? and figure = ? order by id")
                .params(of, figure)
                .query(Long.class)
                .list();
    }

    private void unanswered(int count) {
        for (var number = 0; number < count; number++) {
            var id = ground.call(agency, campaign, clock.instant(), clock.instant(), null, 1, null, null);
            timeline.record(new CaseRef("household-call", id), null, Timeline.Kind.NOTE, "Essai", null, false);
        }
        turns.fold();
    }
}
