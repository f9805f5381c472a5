package fr.allervers.outreach.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.outreach.report.CampaignReports;
import fr.allervers.outreach.report.ReportFilter;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.workflow.Tasks;
import fr.allervers.workflow.Timeline;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is late in a campaign: calls past their wave's deadline, tasks of the supervisor that wait too long. */
@ApplicationTest
class LateCampaignTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CallCampaigns campaigns;

    @Autowired
    CampaignTasks tasks;

    @Autowired
    Tasks engine;

    @Autowired
    CampaignReports reports;

    @Autowired
    LaunchWork launches;

    @Autowired
    CampaignClosing closings;

    @Autowired
    Timeline timeline;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transaction;

    CampaignFixture register;
    long agency;
    long building;
    StaffMember supervisor;
    StaffMember director;

    @BeforeEach
    void aSmallRegister() {
        register = new CampaignFixture(jdbc);
        agency = register.agency();
        building = register.building(agency, "%05d".formatted(agency % 100_000));
        supervisor = people.somebodyOf(agency, Role.SUPERVISOR);
        director = people.somebodyOf(agency, Role.DIRECTOR);
        people.signIn(supervisor);
        LocaleContextHolder.setLocale(Locale.FRENCH);
        clock.reset();
    }

    @AfterEach
    void restore() {
        LocaleContextHolder.resetLocaleContext();
        people.signOut();
        clock.reset();
    }

    private long household(int birthYear) {
        var household = register.household(agency, building);
        register.person(household, LocalDate.of(birthYear, 5, 1));
        return household;
    }

    private long proposed() {
        var id = campaigns.draft(
                register.settings(Set.of()), List.of(register.wave("75 ans et plus", Audience.from(75), agency, null)));
        campaigns.propose(id);
        return id;
    }

    private long running() {
        var id = proposed();
        tasks.act(id, "check-partners", Map.of());
        tasks.act(id, "approve-list", Map.of("approval", "APPROVE"));
        jobs.runDue();
        return id;
    }

    /** A running campaign with three households whose calls are late. */
    private long late() {
        household(1940);
        household(1941);
        household(1942);
        var id = running();
        launches.run();
        clock.set(morning("2026-12-09"));
        jobs.runDue();
        assertThat(tasks.waitingStep(id)).isEqualTo("chase-late-calls");
        return id;
    }

    private List<String> diary(long id) {
        return timeline.ofCase(CampaignDiary.caseOf(id), true).stream()
                .map(Timeline.Entry::what)
                .toList();
    }

    private boolean waits(long id, String step) {
        return Boolean.TRUE.equals(transaction.execute(
                status -> engine.open(CampaignDiary.caseOf(id), step).isPresent()));
    }

    private void sweep() {
        while (closings.next() > 0) {
            // chunk after chunk
        }
    }

    private List<Long> calls(long campaign) {
        return jdbc.sql("select id from household_call where campaign_id = ? order by id")
                .param(campaign)
                .query(Long.class)
                .list();
    }

    private List<String> ends(long campaign) {
        return jdbc.sql(
                        "select concat(state, ' ', coalesce(outcome, '-')) from household_call where campaign_id = ? order by id")
                .param(campaign)
                .query(String.class)
                .list();
    }

    private static Instant morning(String day) {
        return LocalDate.parse(day)
                .atTime(8, 0)
                .atZone(ZoneId.of("Europe/Paris"))
                .toInstant();
    }

    @Test
    void lateCallsAreCountedOncePerWaveAndHandedToTheSupervisor() {
        household(1940);
        household(1941);
        var id = running();
        launches.run();
        clock.set(morning("2026-12-09"));
        jobs.runDue();
        assertThat(diary(id)).contains("Vague « 75 ans et plus » : 2 appels en retard");
        assertThat(tasks.waitingStep(id)).isEqualTo("chase-late-calls");
        tasks.act(id, "chase-late-calls", Map.of("action", "REASSIGNED", "note", "Deux appelants de plus"));
        clock.set(morning("2026-12-16"));
        jobs.runDue();
        assertThat(tasks.waitingStep(id)).isNull();
        assertThat(diary(id))
                .filteredOn(what -> what.contains("appels en retard"))
                .hasSize(1);
    }

    @Test
    void lateCallsGivenUpAreClosedWithThatReasonAndCounted() {
        var id = late();
        tasks.act(id, "chase-late-calls", Map.of("action", "STOPPED", "note", "Les visites ont suffi"));
        sweep();

        assertThat(ends(id)).containsOnly("CLOSED STOPPED").hasSize(3);
        assertThat(register.engineCases(id)).isZero();
        assertThat(diary(id)).contains("Appels en retard abandonnés : 3");
        assertThat(calls(id)).allSatisfy(call -> assertThat(timeline.ofCase(CampaignDiary.callOf(call), true))
                .extracting(Timeline.Entry::what)
                .contains("Appel en retard abandonné : il ne sera pas fait"));
        assertThat(reports.of(id, ReportFilter.ALL).table("outcomes").rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.label()).isEqualTo("Abandonné, en retard");
                    assertThat(row.values()).containsExactly(3L);
                });
        assertThat(campaigns.summary(id).state()).isEqualTo(CampaignState.RUNNING);
    }

    @Test
    void givingUpLeavesUrgentSituationsConversationsAndWhatIsDone() {
        var id = late();
        var calls = calls(id);
        jdbc.sql("update household_call set grade = 'RED', state = 'WAITING' where id = ?")
                .param(calls.get(0))
                .update();
        jdbc.sql("insert into call_draft (call_id, caller_id, answers, saved_at) values (?, ?, '{}', ?)")
                .params(calls.get(1), supervisor.id(), Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("update household_call set state = 'CLOSED', outcome = 'REACHED' where id = ?")
                .param(calls.get(2))
                .update();
        tasks.act(id, "chase-late-calls", Map.of("action", "STOPPED"));
        sweep();
        assertThat(ends(id)).containsExactly("WAITING -", "TO_CALL -", "CLOSED REACHED");

        clock.advance(Duration.ofHours(2).plusSeconds(1));
        sweep();
        assertThat(ends(id)).containsExactly("WAITING -", "CLOSED STOPPED", "CLOSED REACHED");
    }

    @Test
    void aCallThatWasNotEvenStartedIsGivenUpToo() {
        household(1940);
        var id = running();
        clock.set(morning("2026-12-09"));
        jobs.runDue();
        tasks.act(id, "chase-late-calls", Map.of("action", "STOPPED"));
        sweep();
        assertThat(ends(id)).containsExactly("CLOSED STOPPED");
        assertThat(timeline.ofCase(CampaignDiary.callOf(calls(id).get(0)), true))
                .hasSize(1);
    }

    @Test
    void callsOfAWaveThatIsNotLateGoOn() {
        var id = late();
        var younger = household(1956);
        campaigns.addWave(id, register.wave("65 à 74 ans", Audience.between(65, 74), agency, null));
        campaigns.openNextWave(id);
        tasks.act(id, "chase-late-calls", Map.of("action", "STOPPED"));
        sweep();
        assertThat(jdbc.sql("select state from household_call where campaign_id = ? and household_id = ?")
                        .params(id, younger)
                        .query(String.class)
                        .single())
                .isEqualTo("LISTED");
    }

    @Test
    void tasksThatWaitTooLongOpenATaskForTheDirector() {
        household(1940);
        var id = proposed();
        clock.set(Instant.parse("2026-11-26T09:00:01Z"));
        jobs.runDue();
        assertThat(diary(id)).anyMatch(what -> what.startsWith("Vérification des partenaires en retard"));
        assertThat(waits(id, "check-partners-late")).isTrue();
        tasks.act(id, "check-partners", Map.of());
        clock.set(Instant.parse("2026-11-27T09:00:02Z"));
        jobs.runDue();
        assertThat(diary(id)).anyMatch(what -> what.startsWith("Approbation de la liste en retard"));
        assertThat(waits(id, "approve-list-late")).isTrue();
        tasks.act(id, "approve-list", Map.of("approval", "APPROVE"));
        jobs.runDue();
        clock.set(morning("2026-12-09"));
        jobs.runDue();
        clock.set(morning("2026-12-12"));
        jobs.runDue();
        assertThat(diary(id)).anyMatch(what -> what.startsWith("Relance des appels en retard : la direction"));
        assertThat(waits(id, "chase-late-calls-late")).isTrue();
        campaigns.close(id, null);
        jobs.runDue();
        clock.set(morning("2027-01-20"));
        jobs.runDue();
        assertThat(diary(id)).anyMatch(what -> what.startsWith("Bilan en retard"));
        assertThat(waits(id, "write-report-late")).isTrue();
    }

    @ParameterizedTest(name = "{0} is done by the {1}")
    @CsvSource({"check-partners,SUPERVISOR", "check-partners,DIRECTOR"})
    void eitherPersonsActEndsBothTasks(String step, Role by) {
        household(1940);
        var id = proposed();
        clock.set(Instant.parse("2026-11-26T08:59:59Z"));
        jobs.runDue();
        assertThat(waits(id, step + "-late")).isFalse();
        clock.set(Instant.parse("2026-11-26T09:00:00Z"));
        jobs.runDue();
        assertThat(waits(id, step + "-late")).isTrue();
        assertThat(waits(id, step)).isTrue();

        if (by == Role.DIRECTOR) {
            people.signIn(director);
            tasks.act(id, step + "-late", Map.of());
        } else {
            tasks.act(id, step, Map.of());
        }
        assertThat(waits(id, step)).isFalse();
        assertThat(waits(id, step + "-late")).isFalse();
        assertThat(waits(id, "approve-list")).isTrue();
    }

    @Test
    void theDirectorApprovesGivesUpLateCallsAndReports() {
        household(1940);
        var id = proposed();
        tasks.act(id, "check-partners", Map.of());
        clock.advance(Duration.ofDays(3));
        jobs.runDue();
        people.signIn(director);
        tasks.act(id, "approve-list-late", Map.of("approval", "APPROVE"));
        jobs.runDue();
        launches.run();
        assertThat(campaigns.summary(id).state()).isEqualTo(CampaignState.RUNNING);

        clock.set(morning("2026-12-09"));
        jobs.runDue();
        clock.set(morning("2026-12-12"));
        jobs.runDue();
        tasks.act(id, "chase-late-calls-late", Map.of("action", "STOPPED"));
        sweep();
        assertThat(waits(id, "chase-late-calls")).isFalse();
        assertThat(ends(id)).containsExactly("CLOSED STOPPED");

        campaigns.close(id, null);
        jobs.runDue();
        clock.set(morning("2027-01-20"));
        jobs.runDue();
        tasks.act(id, "write-report-late", Map.of("lessons", "Des renforts dès la première semaine"));
        assertThat(waits(id, "write-report")).isFalse();
        assertThat(campaigns.summary(id).state()).isEqualTo(CampaignState.REPORTED);
    }
}
