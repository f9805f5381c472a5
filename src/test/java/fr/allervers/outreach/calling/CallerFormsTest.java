package fr.allervers.outreach.calling;

import static fr.allervers.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.outreach.calling.CallingFixture.Running;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import fr.allervers.testing.Tenants.Tenant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What people type on the calling pages: answers switched away and back, capacities, whom an alert is about. */
@ApplicationTest
class CallerFormsTest {

    @Autowired
    CallingFixture fixture;

    @Autowired
    HandOut handOut;

    @Autowired
    HouseholdCalls calls;

    @Autowired
    ThirdPartyAlerts alerts;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    Running campaign;
    Tenant tenant;
    StaffMember caller;
    StaffMember supervisor;

    @BeforeEach
    void aCampaignWithACaller() {
        campaign = fixture.campaign();
        tenant = tenants.tenant(campaign.agencyId());
        caller = people.somebodyOf(campaign.agencyId(), Role.CALLER);
        supervisor = people.somebodyOf(campaign.agencyId(), Role.SUPERVISOR);
    }

    @AfterEach
    void signOut() {
        people.signOut();
    }

    private ResultActions send(MockHttpServletRequestBuilder request, StaffMember who) throws Exception {
        return mvc.perform(request.with(as(who)).with(csrf()));
    }

    private long inHand() {
        var call = fixture.call(campaign, tenant, 50);
        people.signIn(caller);
        assertThat(handOut.next()).contains(call);
        return call;
    }

    private void draft(long call, String... fields) throws Exception {
        var request = post("/appels/foyers/" + call + "/brouillon");
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        send(request, caller).andExpect(status().isNoContent());
    }

    @Test
    void theGuidesAnswersAreThereAgainAfterAnotherDispositionWasChosen() throws Exception {
        var call = inHand();
        draft(call, "_disposition", "REACHED", "mood", "BAD", "surrounded", "NOBODY", "needs", "MEALS", "_note", "Un");
        draft(call, "_disposition", "NO_ANSWER", "_note", "Deux");
        draft(call, "_disposition", "CALL_BACK", "_callBackAt", "2026-11-25T14:30");
        draft(call, "_disposition", "LANGUAGE", "_language", "pt");

        send(get("/appels/foyers/" + call), caller)
                .andExpect(content().string(matchesPattern("(?s).*value=\"BAD\"\\s+checked.*")))
                .andExpect(content().string(matchesPattern("(?s).*value=\"MEALS\"\\s+checked.*")))
                .andExpect(content().string(containsString("2026-11-25T14:30")))
                .andExpect(content().string(not(containsString("Deux"))));

        draft(call, "_disposition", "REACHED", "surrounded", "NOBODY");
        people.signIn(caller);
        assertThat(calls.draft(call))
                .containsEntry("surrounded", List.of("NOBODY"))
                .doesNotContainKeys("mood", "needs");
    }

    @Test
    void answersKeptInTheDraftAreNotPartOfACallThatReachedNobody() throws Exception {
        var call = inHand();
        draft(call, "_disposition", "REACHED", "mood", "BAD", "danger", "FALL", "surrounded", "NOBODY");
        send(
                        post("/appels/foyers/" + call)
                                .param("_key", UUID.randomUUID().toString())
                                .param("_disposition", "NO_ANSWER"),
                        caller)
                .andExpect(status().is3xxRedirection());
        assertThat(jdbc.sql("select coalesce(answers, 'none') from call_attempt where call_id = ?")
                        .param(call)
                        .query(String.class)
                        .single())
                .isEqualTo("none");
        assertThat(fixture.row(call)).containsEntry("grade", null);
    }

    @ParameterizedTest(name = "{0} files of {1} households")
    @CsvSource({
        "deux,20,files",
        "'',20,files",
        "-1,20,files",
        "11,20,files",
        "99999999999999999999,20,files",
        "1,beaucoup,size",
        "1,0,size",
        "1,101,size",
        "1,2.5,size"
    })
    void aCapacityThatIsNoneIsToldAtItsFieldAndChangesNothing(String files, String size, String field)
            throws Exception {
        send(
                        post("/appels/" + campaign.campaignId() + "/appelants/" + caller.id())
                                .param("fichiers", files)
                                .param("taille", size),
                        supervisor)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"" + field + "-error-" + caller.id() + "\"")))
                .andExpect(content()
                        .string(containsString(
                                field.equals("files")
                                        ? "Écrivez un nombre de fichiers"
                                        : "Écrivez un nombre de foyers")));
        assertThat(jdbc.sql("select count(*) from caller_profile where staff_id = ?")
                        .param(caller.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theLeastAndTheMostOfACapacityAreTaken() throws Exception {
        for (var capacity : List.of("0;1", "10;100")) {
            send(
                            post("/appels/" + campaign.campaignId() + "/appelants/" + caller.id())
                                    .param("fichiers", capacity.split(";")[0])
                                    .param("taille", capacity.split(";")[1]),
                            supervisor)
                    .andExpect(status().is3xxRedirection());
            assertThat(jdbc.sql("select concat(files_per_week, ';', file_size) from caller_profile where staff_id = ?")
                            .param(caller.id())
                            .query(String.class)
                            .single())
                    .isEqualTo(capacity);
        }
    }

    private long partner(String name) {
        jdbc.sql("insert into occupant (code, household_id, last_name, first_name) values (?, ?, 'Garnier', ?)")
                .params(name + tenant.occupantId(), tenant.householdId(), name)
                .update();
        return jdbc.sql("select max(id) from occupant where household_id = ?")
                .param(tenant.householdId())
                .query(Long.class)
                .single();
    }

    private MockHttpServletRequestBuilder alert(String... concerned) {
        var request = post("/alertes/nouvelle");
        for (var one : concerned) {
            request.param("concerned", one);
        }
        return request.param("foyer", Long.toString(tenant.householdId()))
                .param("source", "NEIGHBOUR")
                .param("facts", "Volets fermés")
                .param("grade", "YELLOW");
    }

    private long alertCall() {
        return jdbc.sql("select call_id from third_party_alert where household_id = ?")
                .param(tenant.householdId())
                .query(Long.class)
                .single();
    }

    @Test
    void anAlertNamesThoseItIsAbout() throws Exception {
        var paul = partner("Paul");
        send(get("/alertes/nouvelle?foyer=" + tenant.householdId()), caller)
                .andExpect(content().string(containsString("name=\"concerned\"")))
                .andExpect(content().string(containsString("Paul Garnier")));
        send(alert(Long.toString(paul)), caller).andExpect(status().is3xxRedirection());

        people.signIn(supervisor);
        assertThat(calls.open(alertCall()).concerned()).containsExactly(paul);
        send(get("/appels/foyers/" + alertCall()), supervisor)
                .andExpect(content().string(containsString("1 autre personne")));
    }

    @Test
    void anAlertThatNamesNobodyIsAboutAll() throws Exception {
        var paul = partner("Paul");
        send(alert(), caller).andExpect(status().is3xxRedirection());

        people.signIn(supervisor);
        assertThat(calls.open(alertCall()).concerned()).containsExactlyInAnyOrder(tenant.occupantId(), paul);
        send(get("/appels/foyers/" + alertCall()), supervisor)
                .andExpect(content().string(not(containsString("autre personne"))));
    }

    @Test
    void anAlertIsNotAboutPeopleOfAnotherHousehold() {
        var other = tenants.tenant(campaign.agencyId());
        people.signIn(caller);
        assertThatThrownBy(() -> alerts.raise(new ThirdPartyAlerts.Alert(
                        tenant.householdId(),
                        "NEIGHBOUR",
                        null,
                        null,
                        "Volets fermés",
                        Grade.YELLOW,
                        Set.of(other.occupantId()))))
                .isInstanceOf(UserError.class)
                .hasMessage("calling.error.alert-concerned");
    }
}
