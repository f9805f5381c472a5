package fr.allervers.outreach.calling;

import static fr.allervers.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.outreach.calling.CallingFixture.Running;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of callers, their supervisors and those who tell of a situation, as a browser without script uses them. */
@ApplicationTest
class CallPagesTest {

    @Autowired
    CallingFixture fixture;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    private Running campaign;
    private StaffMember caller;

    @BeforeEach
    void aCampaignWithACaller() {
        campaign = fixture.campaign();
        caller = people.somebodyOf(campaign.agencyId(), Role.CALLER);
    }

    private ResultActions send(MockHttpServletRequestBuilder request, StaffMember who) throws Exception {
        return mvc.perform(request.with(as(who)).with(csrf()));
    }

    /** Takes the next household as the caller and gives its call. */
    private long next() throws Exception {
        var address = send(post("/mes-appels/suivant"), caller)
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", matchesPattern("/appels/foyers/\\d+")))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Long.parseLong(String.valueOf(address).substring("/appels/foyers/".length()));
    }

    private static MockHttpServletRequestBuilder reached(String address, String key) {
        return post(address)
                .param("_key", key)
                .param("_guide", "guide-well-being")
                .param("_disposition", "REACHED")
                .param("mood", "BAD")
                .param("danger", "FALL")
                .param("surrounded", "NOBODY");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "COMMITTEE_MEMBER", mode = EnumSource.Mode.EXCLUDE)
    void everyEmployeeMayCallAndTellOfASituation(Role role) throws Exception {
        var person = people.somebodyOf(campaign.agencyId(), role);
        send(get("/mes-appels"), person)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Donnez-moi le prochain")));
        send(get("/alertes/nouvelle"), person).andExpect(status().isOk());
    }

    @Test
    void committeeMembersCallNobodyAndCallersHandOutNothing() throws Exception {
        fixture.call(campaign);
        var member = people.somebodyOf(campaign.agencyId(), Role.COMMITTEE_MEMBER);
        send(get("/mes-appels"), member).andExpect(status().isForbidden());
        send(post("/mes-appels/suivant"), member).andExpect(status().isForbidden());
        send(get("/alertes/nouvelle"), member).andExpect(status().isForbidden());
        send(get("/appels/" + campaign.campaignId() + "/appelants"), caller).andExpect(status().isForbidden());
        send(post("/appels/" + campaign.campaignId() + "/appelants/remettre"), caller)
                .andExpect(status().isForbidden());
    }

    @Test
    void theNextHouseholdShowsItsNumbersAndIsNobodyElses() throws Exception {
        fixture.call(campaign);
        var call = next();

        send(get("/appels/foyers/" + call), caller)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"tel:+3363998")))
                .andExpect(content().string(containsString("Mme Lucette Garnier")))
                .andExpect(content().string(containsString("Comment allez-vous ?")));
        var other = people.somebodyOf(campaign.agencyId(), Role.CALLER);
        send(get("/appels/foyers/" + call), other).andExpect(status().isForbidden());
        send(post("/appels/foyers/" + call).param("_disposition", "NO_ANSWER").param("_note", "Pas à moi"), other)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Pas à moi")));
        assertThat(fixture.count("call_attempt", call)).isZero();
    }

    @Test
    void savingACallLeadsToTheNextHouseholdAndThenHome() throws Exception {
        fixture.calls(campaign, 2);
        var first = next();
        var second = send(
                        post("/appels/foyers/" + first)
                                .param("_key", UUID.randomUUID().toString())
                                .param("_disposition", "NO_ANSWER")
                                .param("_next", "1"),
                        caller)
                .andExpect(header().string("Location", matchesPattern("/appels/foyers/\\d+")))
                .andExpect(flash().attribute("done", first))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(second).isNotEqualTo("/appels/foyers/" + first);
        assertThat(fixture.count("call_attempt", first)).isOne();

        send(post(String.valueOf(second)).param("_disposition", "VOICEMAIL").param("_next", "1"), caller)
                .andExpect(redirectedUrl("/mes-appels"))
                .andExpect(flash().attribute("nothingLeft", true));
    }

    @Test
    void faultsStandAtTheirFieldsAndWhatWasTypedStays() throws Exception {
        fixture.call(campaign);
        var call = next();
        send(
                        post("/appels/foyers/" + call)
                                .param("_disposition", "REACHED")
                                .param("mood", "BAD")
                                .param("_note", "Préfère le matin"),
                        caller)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("href=\"#f-surrounded\"")))
                .andExpect(content().string(containsString("id=\"f-surrounded-error\"")))
                .andExpect(content().string(containsString("Préfère le matin")))
                .andExpect(content().string(matchesPattern("(?s).*value=\"BAD\"\\s+checked.*")));
        send(post("/appels/foyers/" + call), caller)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Dites ce qui s’est passé.")));
        send(post("/appels/foyers/" + call).param("_disposition", "CALL_BACK").param("_callBackAt", "demain"), caller)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"c-callBackAt-error\"")));
        send(
                        post("/appels/foyers/" + call)
                                .param("_disposition", "CALL_BACK")
                                .param("_callBackAt", "2020-01-06T10:00"),
                        caller)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"c-callBackAt-error\"")));
        assertThat(fixture.count("call_attempt", call)).isZero();
    }

    @Test
    void aRedGradeIsSeenWithWhatToDoBeforeItIsSavedAndSavedOnce() throws Exception {
        fixture.call(campaign);
        var call = next();
        var key = UUID.randomUUID().toString();

        send(reached("/appels/foyers/" + call, key), caller)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Danger immédiat : appelez le 15 ou le 112")))
                .andExpect(content().string(containsString("Chute ou malaise : 15 tout de suite")))
                .andExpect(content().string(containsString("name=\"_computed\" value=\"RED\"")));
        assertThat(fixture.count("call_attempt", call)).isZero();

        var saved =
                reached("/appels/foyers/" + call, key).param("_computed", "RED").param("_grade", "RED");
        send(saved, caller).andExpect(redirectedUrl("/mes-appels"));
        send(saved, caller).andExpect(redirectedUrl("/mes-appels"));
        assertThat(fixture.count("call_attempt", call)).isOne();
        assertThat(fixture.row(call)).containsEntry("grade", "RED");
    }

    @Test
    void aGradeIsLoweredOnlyWithAReason() throws Exception {
        fixture.call(campaign);
        var call = next();
        var key = UUID.randomUUID().toString();
        send(reached("/appels/foyers/" + call, key).param("_computed", "RED").param("_grade", "YELLOW"), caller)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"c-gradeChangeReason-error\"")))
                .andExpect(content().string(matchesPattern("(?s).*value=\"YELLOW\"\\s+selected.*")));
        send(
                        reached("/appels/foyers/" + call, key)
                                .param("_computed", "RED")
                                .param("_grade", "YELLOW")
                                .param("_gradeReason", "Chute ancienne, suivie par sa fille"),
                        caller)
                .andExpect(redirectedUrl("/mes-appels"));
        assertThat(fixture.row(call)).containsEntry("grade", "YELLOW");
    }

    @Test
    void thePieceForTheBrowsersScriptIsTheFormAlone() throws Exception {
        fixture.call(campaign);
        var call = next();
        send(
                        reached(
                                        "/appels/foyers/" + call + "/gravite",
                                        UUID.randomUUID().toString())
                                .header("HX-Request", "true"),
                        caller)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"call-form\"")))
                .andExpect(content().string(containsString("Danger immédiat")))
                .andExpect(content().string(not(containsString("<html"))));
    }

    @Test
    void aPageThatIsLeftIsFoundAgain() throws Exception {
        fixture.call(campaign);
        var call = next();
        send(
                        post("/appels/foyers/" + call + "/brouillon")
                                .param("_disposition", "REACHED")
                                .param("mood", "SO_SO")
                                .param("_note", "Son fils passe le samedi"),
                        caller)
                .andExpect(status().isNoContent());
        send(get("/appels/foyers/" + call), caller)
                .andExpect(content().string(containsString("Son fils passe le samedi")))
                .andExpect(content().string(matchesPattern("(?s).*value=\"SO_SO\"\\s+checked.*")));
    }

    @Test
    void aHouseholdGivenBackTakesNoMoreCallButShowsWhatWasTyped() throws Exception {
        fixture.call(campaign);
        var call = next();
        send(post("/appels/foyers/" + call + "/rendre"), caller).andExpect(redirectedUrl("/mes-appels"));

        send(reached("/appels/foyers/" + call, UUID.randomUUID().toString()).param("_note", "Appeler la fille"), caller)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Cet appel n’a pas été enregistré")))
                .andExpect(content().string(containsString("Chute ou malaise")))
                .andExpect(content().string(containsString("Appeler la fille")));
        assertThat(fixture.count("call_attempt", call)).isZero();
    }

    @Test
    void nothingIsSavedWithoutTheToken() throws Exception {
        fixture.call(campaign);
        var call = next();
        mvc.perform(post("/appels/foyers/" + call)
                        .param("_disposition", "NO_ANSWER")
                        .with(as(caller)))
                .andExpect(status().isForbidden());
        assertThat(fixture.count("call_attempt", call)).isZero();
    }

    @Test
    void aSupervisorSeesWhoCallsChangesCapacityAndHandsOutFiles() throws Exception {
        fixture.calls(campaign, 3);
        var supervisor = people.somebodyOf(campaign.agencyId(), Role.SUPERVISOR);
        var callers = "/appels/" + campaign.campaignId() + "/appelants";
        send(
                        post(callers + "/" + caller.id())
                                .param("fichiers", "1")
                                .param("taille", "2")
                                .param("langues", "fr", "ar"),
                        supervisor)
                .andExpect(redirectedUrl(callers));
        send(get(callers).param("apercu", "true"), supervisor)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(caller.displayName())))
                .andExpect(content().string(containsString("1 fichier par semaine, 2 foyers par fichier")))
                .andExpect(content().string(containsString("arabe")))
                .andExpect(content().string(containsString("Remettre les fichiers")));
        send(post(callers + "/remettre"), supervisor).andExpect(redirectedUrl(callers));
        send(get("/mes-appels"), caller).andExpect(content().string(containsString("/appels/foyers/")));
        send(post(callers + "/" + caller.id() + "/reprendre"), supervisor).andExpect(redirectedUrl(callers));
        send(get("/mes-appels"), caller).andExpect(content().string(not(containsString("/appels/foyers/"))));
        send(post(callers + "/" + caller.id()).param("fichiers", "99").param("taille", "2"), supervisor)
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void aSituationToldBecomesACallAndFaultsKeepWhatWasTyped() throws Exception {
        var call = fixture.call(campaign);
        var household = String.valueOf(fixture.row(call).get("household_id"));
        send(
                        post("/alertes/nouvelle")
                                .param("foyer", household)
                                .param("facts", "Volets fermés depuis deux jours"),
                        caller)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Volets fermés depuis deux jours")))
                .andExpect(content().string(containsString("Dites qui signale.")))
                .andExpect(content().string(containsString("Choisissez une gravité.")));
        send(told(household), caller)
                .andExpect(redirectedUrl("/mes-appels"))
                .andExpect(flash().attribute("reported", true));
        var another = fixture.row(fixture.call(campaign)).get("household_id");
        send(told(String.valueOf(another)), people.somebodyOf(campaign.agencyId(), Role.SOCIAL_ADVISOR))
                .andExpect(header().string("Location", matchesPattern("/dossiers/household-call/\\d+")));
        var stranger = people.somebodyOf(fixture.campaign().agencyId(), Role.CALLER);
        send(get("/alertes/nouvelle").param("foyer", household), stranger).andExpect(status().isForbidden());
    }

    private static MockHttpServletRequestBuilder told(String household) {
        return post("/alertes/nouvelle")
                .param("foyer", household)
                .param("source", "NEIGHBOUR")
                .param("facts", "Volets fermés depuis deux jours")
                .param("grade", "ORANGE");
    }
}
