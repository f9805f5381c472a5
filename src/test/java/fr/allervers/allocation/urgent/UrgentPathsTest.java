package fr.allervers.allocation.urgent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.allocation.Applicants;
import fr.allervers.allocation.candidacy.Applications;
import fr.allervers.allocation.urgent.UrgentAllocation.Reason;
import fr.allervers.allocation.urgent.UrgentAllocation.State;
import fr.allervers.inbox.CaseKind;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Tasks;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** The fast path besides the committee, and temporary occupancy; the clock stands on Tuesday 24 November 2026, 10:00. */
@ApplicationTest
class UrgentPathsTest {

    @Autowired
    UrgentAllocations urgents;

    @Autowired
    Occupancies occupancies;

    @Autowired
    Applications applications;

    @Autowired
    Applicants applicants;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    Tasks tasks;

    @Autowired
    List<CaseKind> kinds;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private long agency;
    private String dwelling = "";

    @BeforeEach
    void aVacantDwelling() {
        agency = tenants.agency();
        dwelling = applicants.vacant(agency);
        signIn(Role.ALLOCATION_OFFICER);
    }

    @AfterEach
    void afterwards() {
        clock.reset();
        people.signOut();
    }

    private StaffMember signIn(Role role) {
        var person = people.somebodyOf(agency, role);
        people.signIn(person);
        return person;
    }

    private void on(LocalDate day, int hour, int minute) {
        clock.set(day.atTime(LocalTime.of(hour, minute))
                .atZone(ZoneId.of("Europe/Paris"))
                .toInstant());
        jobs.runDue();
    }

    private boolean waits(String kind, long id, String step) {
        return Boolean.TRUE.equals(transaction.execute(
                status -> tasks.open(new CaseRef(kind, id), step).isPresent()));
    }

    private void task(String kind, long id, String step, Map<String, Object> answers) {
        var by = signIn(Role.SUPERVISOR);
        transaction.executeWithoutResult(status -> {
            var task = tasks.open(new CaseRef(kind, id), step).orElseThrow();
            var of = kinds.stream()
                    .filter(one -> one.key().equals(kind))
                    .findFirst()
                    .orElseThrow();
            tasks.complete(task, of.complete(id, step, answers, by));
        });
        jobs.runDue();
    }

    private String number() {
        var entry = applicants.entry(agency, 1, 1);
        applications.enter(entry);
        return entry.uniqueNumber();
    }

    @Test
    void anUrgentAllocationIsDecidedByASupervisorThenPlacedAndTheCommitteeIsTold() {
        var number = number();
        var id = urgents.ask(dwelling, number, Reason.VIOLENCE, "Ordonnance de protection du 20 novembre");
        assertThat(waits("urgent-allocation", id, "decide-urgent")).isTrue();
        task("urgent-allocation", id, "decide-urgent", Map.of("outcome", "APPROVED", "why", "Danger"));
        assertThat(urgents.require(id).state()).isEqualTo(State.APPROVED);
        task(
                "urgent-allocation",
                id,
                "place-household",
                Map.of("form", "LEASE", "fromDay", LocalDate.of(2026, 11, 25)));
        assertThat(urgents.require(id).state()).isEqualTo(State.PLACED);
        assertThat(jdbc.sql("select state from housing_application where unique_number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("HOUSED");
        assertThat(urgents.require(id).toldOn()).isNull();
        urgents.told(id);
        assertThat(urgents.require(id).toldOn()).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @Test
    void aDecisionThatWaitsForADayGoesToTheDirector() {
        var id = urgents.ask(dwelling, number(), Reason.DISASTER, "Incendie");
        on(LocalDate.of(2026, 11, 25), 9, 59);
        assertThat(waits("urgent-allocation", id, "decide-urgent-late")).isFalse();
        on(LocalDate.of(2026, 11, 25), 10, 0);
        assertThat(waits("urgent-allocation", id, "decide-urgent-late")).isTrue();
        task(
                "urgent-allocation",
                id,
                "decide-urgent-late",
                Map.of("outcome", "REFUSED", "why", "Relogé par la commune"));
        assertThat(urgents.require(id).state()).isEqualTo(State.REFUSED);
    }

    @Test
    void oneRequestADwellingAndOnlyForWhomAndWhatIsKnown() {
        var number = number();
        urgents.ask(dwelling, number, Reason.VIOLENCE, "Faits");
        refused(() -> urgents.ask(dwelling, number, Reason.VIOLENCE, "Faits"), "outcome.urgent.error.twice");
        refused(
                () -> urgents.ask(applicants.vacant(agency), "INCONNU", Reason.VIOLENCE, "Faits"),
                "outcome.urgent.error.whom");
        refused(() -> urgents.ask("INCONNU", number, Reason.VIOLENCE, "Faits"), "candidacy.error.not-in-register");
        refused(
                () -> urgents.ask(applicants.vacant(agency), number, Reason.VIOLENCE, " "),
                "outcome.urgent.error.facts");
        signIn(Role.CALLER);
        assertThatThrownBy(() -> urgents.ask(dwelling, number, Reason.VIOLENCE, "Faits"))
                .isInstanceOf(AccessDeniedException.class);
    }

    private static void refused(Runnable act, String key) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(UserError.class, error -> assertThat(error.messageKey())
                .isEqualTo(key));
    }

    private String household() {
        var tenant = tenants.tenant(agency);
        return jdbc.sql("select code from household where id = ?")
                .param(tenant.householdId())
                .query(String.class)
                .single();
    }

    @Test
    void theEndOfAnOccupancyIsPreparedThirtyDaysBeforeAndMayBeMoved() {
        var until = LocalDate.of(2027, 2, 24);
        var id = occupancies.agree(dwelling, household(), "Travaux lourds chez lui", LocalDate.of(2026, 11, 24), until);
        on(until.minusDays(31), 12, 0);
        assertThat(waits("temporary-occupancy", id, "end-occupancy")).isFalse();
        on(until.minusDays(30), 0, 1);
        assertThat(waits("temporary-occupancy", id, "end-occupancy")).isTrue();
        task(
                "temporary-occupancy",
                id,
                "end-occupancy",
                Map.of("outcome", "EXTENDED", "untilDay", until.plusMonths(1)));
        assertThat(waits("temporary-occupancy", id, "end-occupancy")).isFalse();
        assertThat(occupancies.require(id).untilOn()).isEqualTo(until.plusMonths(1));
        on(until.plusMonths(1).minusDays(30), 0, 1);
        task("temporary-occupancy", id, "end-occupancy", Map.of("outcome", "ENDED"));
        assertThat(occupancies.require(id).state()).isEqualTo(Occupancy.State.ENDED);
    }

    @Test
    void anOccupancyIsShortOnceAHouseholdAndMayEndEarly() {
        var household = household();
        var from = LocalDate.of(2026, 11, 24);
        refused(
                () -> occupancies.agree(
                        dwelling, household, "Travaux", from, from.plusMonths(6).plusDays(1)),
                "outcome.occupancy.error.until");
        refused(() -> occupancies.agree(dwelling, household, "Travaux", from, from), "outcome.occupancy.error.until");
        var id = occupancies.agree(dwelling, household, "Travaux", from, from.plusMonths(6));
        refused(
                () -> occupancies.agree(applicants.vacant(agency), household, "Travaux", from, from.plusMonths(1)),
                "outcome.occupancy.error.twice");
        occupancies.end(id);
        assertThat(occupancies.require(id).state()).isEqualTo(Occupancy.State.ENDED);
        on(from.plusMonths(5), 12, 0);
        assertThat(waits("temporary-occupancy", id, "end-occupancy")).isFalse();
    }

    @Test
    void thePagesAndTheAgreementAreThere() throws Exception {
        var officer = signIn(Role.ALLOCATION_OFFICER);
        urgents.ask(dwelling, number(), Reason.VIOLENCE, "Ordonnance de protection");
        var id = occupancies.agree(
                applicants.vacant(agency),
                household(),
                "Travaux",
                LocalDate.of(2026, 11, 24),
                LocalDate.of(2027, 1, 24));
        mvc.perform(get("/attributions/urgences").with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ordonnance de protection")));
        mvc.perform(get("/attributions/occupations").with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("24 janv. 2027")));
        mvc.perform(get("/attributions/occupations/" + id + "/convention.pdf").with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"));
    }
}
