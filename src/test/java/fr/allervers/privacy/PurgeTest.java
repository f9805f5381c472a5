package fr.allervers.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.documents.DocumentStore;
import fr.allervers.shared.personal.DataKind;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.AtOnce;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nights move the clock on by a day each, so that every night is a new one. */
@ApplicationTest
class PurgeTest {

    private static int nights = 0;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DocumentStore documents;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    NightlyPurge purge;

    @Autowired
    PurgeJournal journal;

    @Autowired
    Retention retention;

    @Autowired
    MovableClock clock;

    @Value("${allervers.documents.folder}")
    Path folder;

    @AfterEach
    void reset() {
        jdbc.sql("delete from retention_setting where source = 'Décision du comité'")
                .update();
        clock.reset();
        people.signOut();
    }

    private LocalDate newNight() {
        clock.advance(Duration.ofDays(++nights));
        return LocalDate.now(clock);
    }

    private SomebodyEverywhere over(LocalDate day) {
        return new SomebodyEverywhere(jdbc, documents, tenants, day);
    }

    private boolean isLeft(SomebodyEverywhere somebody, String column, String table, String where, long id) {
        return jdbc.sql("select count(*) from " + table + " where " + where + " = ? and locate(?, " + column + ") > 0")
                        .params(id, somebody.marker)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean isCallLeft(SomebodyEverywhere somebody) {
        return isLeft(somebody, "note", "call_attempt", "call_id", somebody.call);
    }

    @Test
    void whatIsOverForLongerThanItsDelayGoesAndWhatIsNotStays() {
        var night = newNight();
        var dayBefore = over(night.minusMonths(24).minusDays(1));
        var onTheDay = over(night.minusMonths(24));
        var dayAfter = over(night.minusMonths(24).plusDays(1));
        purge.run();
        assertThat(isCallLeft(dayBefore)).isFalse();
        assertThat(isCallLeft(onTheDay)).isTrue();
        assertThat(isCallLeft(dayAfter)).isTrue();
        assertThat(isLeft(dayBefore, "opinion", "social_assessment", "case_id", dayBefore.arrears))
                .isFalse();
        assertThat(isLeft(dayBefore, "pause_note", "arrears_case", "id", dayBefore.arrears))
                .as("arrears are kept for 36 months")
                .isTrue();
        assertThat(jdbc.sql(
                                "select count(*) from household_call where id = ? and household_id is null and grade = 'RED' and reached_at is not null")
                        .param(dayBefore.call)
                        .query(Integer.class)
                        .single())
                .as("the call stays for the figures, and is nobody's")
                .isEqualTo(1);
    }

    @Test
    void afterTheLongestDelayNothingIsLeftOfATenantWhoLeft() {
        var night = newNight();
        var somebody = over(night.minusMonths(121));
        purge.run();
        var traces = new Traces(jdbc, folder);
        assertThat(traces.inTables(somebody.marker))
                .as("an opposition holds as long as it is not withdrawn, a saved view is its owner's")
                .isSubsetOf("message_opposition.recipient", "saved_view.name");
        assertThat(traces.inFiles(somebody.marker)).isEmpty();
    }

    @Test
    void aNightIsDoneOnceAndToldInItsReport() {
        newNight();
        over(LocalDate.now(clock).minusMonths(30));
        purge.run();
        assertThat(purge.isOver()).isTrue();
        var first = purge.reports().get(0);
        assertThat(first.changed()).isGreaterThan(5);
        assertThat(first.lines()).anySatisfy(line -> assertThat(line)
                .isEqualTo(new PurgeReport.Line(
                        "call_attempt",
                        DataKind.HOUSEHOLD_CALLS,
                        first.night().minusMonths(24),
                        line.changed(),
                        true)));
        purge.run();
        assertThat(purge.reports().get(0)).isEqualTo(first);
    }

    @Test
    void whatAKilledNightLeftIsTakenUpByTheNextRun() {
        var night = newNight();
        var somebody = over(night.minusMonths(30));
        journal.begin(night);
        for (var chunk = 0; chunk < 5; chunk++) {
            journal.next(night); // then the node dies
        }
        assertThat(purge.isOver()).isFalse();
        assertThat(isCallLeft(somebody)).isTrue();
        purge.run();
        assertThat(purge.isOver()).isTrue();
        assertThat(isCallLeft(somebody)).isFalse();
    }

    @Test
    void twoNodesShareANight() throws Exception {
        var night = newNight();
        var somebody = over(night.minusMonths(30));
        AtOnce.times(2, Executors.callable(purge::run));
        purge.run();
        assertThat(purge.isOver()).isTrue();
        assertThat(isCallLeft(somebody)).isFalse();
        assertThat(jdbc.sql("select sum(changed) from purge_line where night = ? and unit = 'call_draft'")
                        .param(night)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void aShorterDelayCountsFromItsDayOn() {
        people.signIn(people.somebody(Role.ADMINISTRATOR));
        var night = newNight();
        retention.add(DataKind.HOUSEHOLD_CALLS, night.plusDays(1), 12, "Décision du comité", false);
        var somebody = over(night.minusMonths(18));
        purge.run();
        assertThat(isCallLeft(somebody)).isTrue();
        clock.advance(Duration.ofDays(1));
        nights++;
        purge.run();
        assertThat(isCallLeft(somebody)).isFalse();
        assertThatThrownBy(() -> retention.add(DataKind.MESSAGES, LocalDate.now(clock), 12, "x", false))
                .isInstanceOf(UserError.class);
        assertThatThrownBy(() ->
                        retention.add(DataKind.MESSAGES, LocalDate.now(clock).plusDays(1), 361, "x", false))
                .isInstanceOf(UserError.class);
        assertThatThrownBy(
                        () -> retention.add(DataKind.STAFF, LocalDate.now(clock).plusDays(1), 3, "x", false))
                .isInstanceOf(UserError.class);
    }
}
