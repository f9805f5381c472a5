package fr.allervers.outreach.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.People;
import fr.allervers.testing.Statements;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class RegularCallsTest extends AbstractFollowUpTest {

    private static final String KIND = RegularCalls.KIND;
    private static final Map<String, Object> WELL = Map.of("reached", "YES", "series", "CONTINUE");

    @Autowired
    RegularCalls regularCalls;

    @Autowired
    StaffDirectory staff;

    private StaffMember caller;

    @BeforeEach
    void aCaller() {
        caller = people.somebodyOf(tenant.agencyId(), Role.CALLER);
    }

    private SeriesOrder order(LocalTime time) {
        return new SeriesOrder(
                tenant.householdId(), null, null, tenant.agencyId(), caller.id(), DayOfWeek.TUESDAY, time);
    }

    /** A series on Tuesdays at 10:00, agreed on Tuesday 24 November: the first call is on 1 December. */
    private long opened() {
        return inTransaction(() -> regularCalls.open(order(LocalTime.of(10, 0))));
    }

    private long openedAndDue() {
        var id = opened();
        at("2026-12-01T10:00");
        return id;
    }

    private void at(String local) {
        clock.set(paris(local));
        jobs.runDue();
    }

    private String assignee(long id) {
        return engineTasks
                .createTaskQuery()
                .taskId(open(KIND, id, "regular-call").orElseThrow())
                .singleResult()
                .getAssignee();
    }

    private Instant nextCall(long id) {
        return inTransaction(() -> regularCalls.rows().require(id).nextCallAt());
    }

    private long call(long id) {
        return jdbc.sql("select max(id) from series_call where series_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    @Test
    void theSameCallerCallsEachWeekAtTheSameTime() {
        var id = opened();
        at("2026-12-01T09:59");
        assertThat(open(KIND, id, "regular-call")).isEmpty();
        at("2026-12-01T10:00");
        assertThat(assignee(id)).isEqualTo(caller.username());
        assertThat(due(KIND, id, "regular-call")).isEqualTo(paris("2026-12-01T12:00"));
        complete(KIND, id, "regular-call", WELL);
        assertThat(open(KIND, id, "regular-call")).isEmpty();
        at("2026-12-08T10:00");
        assertThat(assignee(id)).isEqualTo(caller.username());
        assertThat(jdbc.sql("select count(*) from series_call where series_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @ParameterizedTest(name = "agreed {0}: called {1} and {2}")
    @CsvSource({
        "2026-10-14T10:00, 2026-10-20T10:00, 2026-10-27T10:00",
        "2027-03-17T10:00, 2027-03-23T10:00, 2027-03-30T10:00"
    })
    void whenTheClocksChangeTheTenantsTimeStays(String agreed, String first, String second) {
        clock.set(paris(agreed));
        var id = opened();
        at(first);
        complete(KIND, id, "regular-call", WELL);
        clock.set(paris(second).minusMillis(1));
        jobs.runDue();
        assertThat(open(KIND, id, "regular-call")).isEmpty();
        at(second);
        assertThat(open(KIND, id, "regular-call")).isPresent();
    }

    @Test
    void theStandInCallsWhileTheCallerIsAbsent() {
        var standIn = people.somebodyOf(tenant.agencyId(), Role.CALLER);
        var id = opened();
        staff.noteAbsence(caller.id(), LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 1), standIn.id());
        at("2026-12-01T10:00");
        assertThat(assignee(id)).isEqualTo(standIn.username());
        assertThat(told(KIND, id)).anyMatch(what -> what.contains(standIn.displayName()));
        complete(KIND, id, "regular-call", WELL);
        at("2026-12-08T10:00");
        assertThat(assignee(id)).isEqualTo(caller.username());
    }

    @Test
    void withoutStandInAFreeCallerOfTheAgencyCalls() {
        var other = people.somebodyOf(tenant.agencyId(), Role.CALLER);
        people.somebodyOf(tenants.agency(), Role.CALLER);
        var id = opened();
        staff.noteAbsence(caller.id(), LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 1), null);
        at("2026-12-01T10:00");
        assertThat(List.of(other.username())).contains(assignee(id));
    }

    @Test
    void whenAllAreAbsentTheCallIsForWhoeverTakesIt() {
        var absent = people.somebodyOf(tenant.agencyId(), Role.CALLER);
        var id = opened();
        for (var person : staff.withRole(Role.CALLER, tenant.agencyId())) {
            staff.noteAbsence(person.id(), LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 1), absent.id());
        }
        try {
            at("2026-12-01T10:00");
            assertThat(assignee(id)).isNull();
        } finally {
            jdbc.sql("delete from absence where stand_in_id = ?")
                    .param(absent.id())
                    .update();
        }
    }

    @Test
    void aCallNotMadeByNoonGoesToTheSupervisor() {
        var id = openedAndDue();
        escalatesWhenDue(KIND, id, "regular-call", "regular-call-late");
        complete(KIND, id, "regular-call-late", WELL);
        assertThat(nextCall(id)).isEqualTo(paris("2026-12-08T10:00"));
    }

    @Test
    void aSeriesEndsWithTheTenantsWord() {
        var id = openedAndDue();
        complete(KIND, id, "regular-call", Map.of("reached", "YES", "series", "END", "endReason", "TENANT"));
        assertThat(runs(KIND, id)).isFalse();
        assertThat(column("call_series", id, "state")).isEqualTo("ENDED");
        assertThat(column("call_series", id, "ended_because")).isEqualTo("TENANT");
        assertThat(opened()).isNotEqualTo(id);
    }

    @Test
    void aSeriesEndsByDecisionOnceAlsoBetweenTwoCalls() {
        var id = opened();
        regularCalls.end(id, RegularCalls.End.BETTER);
        assertThat(runs(KIND, id)).isFalse();
        assertThat(column("call_series", id, "ended_because")).isEqualTo("BETTER");
        assertThatThrownBy(() -> regularCalls.end(id, RegularCalls.End.TENANT))
                .isInstanceOf(UserError.class)
                .hasMessage("followup.series.ended-already");
        assertThat(column("call_series", id, "ended_because")).isEqualTo("BETTER");
    }

    @Test
    void aSeriesEndsWhenTheHouseholdLeavesAlsoWithACallOpen() {
        var id = openedAndDue();
        leaves(tenant);
        assertThat(runs(KIND, id)).isFalse();
        assertThat(column("call_series", id, "ended_because")).isEqualTo("HOUSEHOLD_LEFT");
    }

    @Test
    void oneSeriesRunsForAHousehold() throws Exception {
        var ids = together(() -> regularCalls.open(order(LocalTime.of(10, 0))));
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void nobodyIsCalledAtNight() {
        assertThatThrownBy(() -> inTransaction(() -> regularCalls.open(order(LocalTime.of(20, 1)))))
                .isInstanceOf(UserError.class)
                .hasMessage("followup.series.time");
    }

    @Test
    void anUrgentSituationOpensTheSameEscalationAsACall() {
        var id = openedAndDue();
        complete(KIND, id, "regular-call", Map.of("reached", "YES", "danger", List.of("FALL"), "series", "CONTINUE"));
        assertThat(column("series_call", call(id), "grade")).isEqualTo("RED");
        var alert = jdbc.sql("select call_id from third_party_alert where household_id = ? and grade = 'RED'")
                .param(tenant.householdId())
                .query(Long.class)
                .single();
        assertThat(open("household-call", alert, "take-charge-situation")).isPresent();
        assertThat(runs(KIND, id)).isTrue();
    }

    @Test
    void twoCallsInARowWithoutAnswerSendSomebodyToLook() {
        var id = openedAndDue();
        complete(KIND, id, "regular-call", Map.of("reached", "NO", "series", "CONTINUE"));
        assertThat(visits()).isZero();
        at("2026-12-08T10:00");
        complete(KIND, id, "regular-call", Map.of("reached", "NO", "series", "CONTINUE"));
        assertThat(visits()).isEqualTo(1);
    }

    private long visits() {
        return jdbc.sql("select count(*) from field_check where household_id = ? and purpose = 'CHECK'")
                .param(tenant.householdId())
                .query(Long.class)
                .single();
    }

    @Test
    void theCallerNotesTheCallOnItsPage() throws Exception {
        var id = openedAndDue();
        var page = "/appels/rendez-vous/" + call(id);
        assertThat(kindOf(KIND).pageOf(id, "regular-call")).isEqualTo(page);
        var me = People.as(caller);
        mvc.perform(get(page).with(me))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("tel:" + tenant.mobile())))
                .andExpect(content().string(containsString("La personne a-t-elle répondu")));
        mvc.perform(post(page).with(me).with(csrf()).param("reached", "YES").param("pirate", "1"))
                .andExpect(status().isUnprocessableEntity());
        assertThat(open(KIND, id, "regular-call")).isPresent();
        mvc.perform(post(page).with(me).with(csrf()).param("reached", "YES").param("series", "CONTINUE"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post(page).with(me).with(csrf()).param("reached", "NO").param("series", "CONTINUE"))
                .andExpect(status().isConflict());
        assertThat(column("series_call", call(id), "reached")).isIn("1", "true");
        mvc.perform(get(page).with(me)).andExpect(content().string(containsString("Cet appel est noté.")));
    }

    @Test
    void anotherCallersAppointmentIsRefused() throws Exception {
        var id = openedAndDue();
        var page = "/appels/rendez-vous/" + call(id);
        for (var person : List.of(
                people.somebodyOf(tenant.agencyId(), Role.CALLER),
                people.somebodyOf(tenants.agency(), Role.SUPERVISOR),
                people.somebodyOf(tenant.agencyId(), Role.RENT_OFFICER))) {
            mvc.perform(get(page).with(People.as(person))).andExpect(status().isForbidden());
            mvc.perform(post(page)
                            .with(People.as(person))
                            .with(csrf())
                            .param("reached", "YES")
                            .param("series", "CONTINUE"))
                    .andExpect(status().isForbidden());
        }
        assertThat(open(KIND, id, "regular-call")).isPresent();
        mvc.perform(get(page).with(People.as(people.somebodyOf(tenant.agencyId(), Role.SUPERVISOR))))
                .andExpect(status().isOk());
        mvc.perform(get("/appels/rendez-vous/999999999").with(People.as(caller)))
                .andExpect(status().isNotFound());
    }

    @Test
    void whoIsGivenTheCallInTheInboxMakesItAndTheEarlierCallerNoLonger() throws Exception {
        var id = openedAndDue();
        var other = people.somebodyOf(tenant.agencyId(), Role.CALLER);
        var page = "/appels/rendez-vous/" + call(id);
        var task = open(KIND, id, "regular-call").orElseThrow();
        mvc.perform(post("/a-faire/" + task + "/confier")
                        .param("personne", other.username())
                        .with(People.as(people.somebodyOf(tenant.agencyId(), Role.SUPERVISOR)))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());

        mvc.perform(get(page).with(People.as(caller))).andExpect(status().isForbidden());
        mvc.perform(note(page, caller)).andExpect(status().isForbidden());
        mvc.perform(get(page).with(People.as(other)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(other.displayName())));
        mvc.perform(note(page, other)).andExpect(status().is3xxRedirection());
        mvc.perform(get(page).with(People.as(other))).andExpect(status().isOk());
        mvc.perform(get(page).with(People.as(caller))).andExpect(status().isForbidden());
        assertThat(column("series_call", call(id), "called_by")).isEqualTo(Long.toString(other.id()));
        at("2026-12-08T10:00");
        assertThat(assignee(id)).as("next week the usual caller calls again").isEqualTo(caller.username());
    }

    @Test
    void aCallGivenBackIsForWhicheverCallerOfTheAgencyTakesIt() throws Exception {
        var id = openedAndDue();
        var page = "/appels/rendez-vous/" + call(id);
        var other = People.as(people.somebodyOf(tenant.agencyId(), Role.CALLER));
        mvc.perform(get(page).with(other)).andExpect(status().isForbidden());
        mvc.perform(post("/a-faire/" + open(KIND, id, "regular-call").orElseThrow() + "/rendre")
                        .with(People.as(caller))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(page).with(other)).andExpect(status().isOk());
    }

    @Test
    void aSupervisorWhoTakesTheOverdueStepLeavesTheAppointmentToItsCaller() {
        var id = openedAndDue();
        escalatesWhenDue(KIND, id, "regular-call", "regular-call-late");
        var supervisor = people.somebodyOf(tenant.agencyId(), Role.SUPERVISOR);
        transaction.executeWithoutResult(
                status -> tasks.claim(open(KIND, id, "regular-call-late").orElseThrow(), supervisor));
        assertThat(column("series_call", call(id), "caller_id")).isEqualTo(Long.toString(caller.id()));
    }

    private static MockHttpServletRequestBuilder note(String page, StaffMember by) {
        return post(page)
                .with(People.as(by))
                .with(csrf())
                .param("reached", "YES")
                .param("series", "CONTINUE");
    }

    @Test
    void theHouseholdsSectionListsWhatFollowsAndLetsASupervisorEndASeries() throws Exception {
        var id = opened();
        var page = "/locataires/" + tenant.householdId();
        var act = "/suivis/foyers/" + tenant.householdId() + "/series/" + id + "/fin";
        var supervisor = People.as(people.somebodyOf(tenant.agencyId(), Role.SUPERVISOR));
        mvc.perform(get(page).with(supervisor))
                .andExpect(content().string(containsString("Chaque mardi à 10:00")))
                .andExpect(content().string(containsString("Arrêter les appels")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get(page).with(People.as(people.somebodyOf(tenant.agencyId(), Role.FIELD_MANAGER))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"suivis\"")))
                .andExpect(content().string(not(containsString("Chaque mardi"))));
        mvc.perform(get(page).with(People.as(people.somebodyOf(tenant.agencyId(), Role.RENT_OFFICER))))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("id=\"suivis\""))));
        mvc.perform(get(page).with(People.as(people.somebodyOf(tenants.agency(), Role.SUPERVISOR))))
                .andExpect(status().isForbidden());
        mvc.perform(get(page).with(People.as(caller))).andExpect(status().isForbidden());
        mvc.perform(post(act)
                        .param("pourquoi", "RELAYED")
                        .with(People.as(caller))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post(act).param("pourquoi", "RELAYED").with(supervisor).with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(column("call_series", id, "ended_because")).isEqualTo("RELAYED");
    }

    @Test
    void theHouseholdPageCostsTheSameHoweverMuchFollows() throws Exception {
        var supervisor = People.as(people.somebodyOf(tenant.agencyId(), Role.SUPERVISOR));
        var page = "/locataires/" + tenant.householdId();
        opensAndEnds();
        var one = Statements.during(() -> mvc.perform(get(page).with(supervisor)));
        for (var i = 0; i < 3; i++) {
            caller = people.somebodyOf(tenant.agencyId(), Role.CALLER);
            opensAndEnds();
        }
        assertThat(Statements.during(() -> mvc.perform(get(page).with(supervisor))))
                .isEqualTo(one);
    }

    private void opensAndEnds() {
        people.signIn(advisor);
        regularCalls.end(opened(), RegularCalls.End.BETTER);
    }
}
