package fr.allervers.outreach.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.People;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ApplicationTest
class CampaignPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CallCampaigns campaigns;

    @Autowired
    CampaignTasks tasks;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    CampaignFixture register;
    long agency;
    StaffMember supervisor;

    @BeforeEach
    void anAgencyWithOnePerson() {
        register = new CampaignFixture(jdbc);
        agency = register.agency();
        supervisor = people.somebodyOf(agency, Role.SUPERVISOR);
        register.person(register.household(agency, register.building(agency)), LocalDate.of(1940, 5, 1));
    }

    private long draft() {
        people.signIn(supervisor);
        var id = campaigns.draft(
                register.settings(Set.of()), List.of(register.wave("75 ans et plus", Audience.from(75), agency, null)));
        people.signOut();
        return id;
    }

    private long running() {
        var id = draft();
        people.signIn(supervisor);
        campaigns.propose(id);
        tasks.act(id, "check-partners", Map.of());
        tasks.act(id, "approve-list", Map.of("approval", "APPROVE"));
        people.signOut();
        jobs.runDue();
        return id;
    }

    private MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request, StaffMember person) {
        return request.with(People.as(person)).with(csrf()).locale(Locale.FRENCH);
    }

    @Test
    void theListShowsTheCampaignsOfOnesAgencies() throws Exception {
        var id = running();
        var name = campaigns.summary(id).name();
        mvc.perform(as(get("/appels"), supervisor))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(name)));
        var stranger = people.somebodyOf(register.agency(), Role.SUPERVISOR);
        mvc.perform(as(get("/appels"), stranger)).andExpect(content().string(not(containsString(name))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/avancement",
                "/cloture",
                "/modifier",
                "/vagues/nouvelle",
                "/bilan",
                "/bilan/agencies.csv",
                "/bilan.pdf"
            })
    void anotherAgencysCampaignIsRefused(String page) throws Exception {
        var id = running();
        var stranger = people.somebodyOf(register.agency(), Role.SUPERVISOR);
        mvc.perform(as(get("/appels/" + id + page), stranger)).andExpect(status().isForbidden());
        mvc.perform(as(get("/appels/" + id + page), people.somebodyOf(agency, Role.CALLER)))
                .andExpect(status().isForbidden());
        mvc.perform(as(get("/appels/" + id + page), supervisor)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proposer", "/partenaires", "/cloture", "/vagues/suivante"})
    void anotherAgencysSupervisorChangesNothing(String act) throws Exception {
        var id = draft();
        var stranger = people.somebodyOf(register.agency(), Role.SUPERVISOR);
        mvc.perform(as(post("/appels/" + id + act), stranger)).andExpect(status().isForbidden());
        assertThat(campaigns.summary(id).state()).isEqualTo(CampaignState.DRAFT);
    }

    @Test
    void theBuilderCountsWithAndWithoutScripts() throws Exception {
        var counting = post("/appels/compter")
                .param("purpose", "WELL_BEING")
                .param("waves[0].name", "75 +")
                .param("waves[0].ageFrom", "75");
        mvc.perform(as(counting, supervisor).header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Lucette Garnier (86)")))
                .andExpect(content().string(not(containsString("<main"))));
        mvc.perform(as(
                        post("/appels/compter")
                                .param("purpose", "WELL_BEING")
                                .param("name", "Gardé")
                                .param("waves[0].ageFrom", "75"),
                        supervisor))
                .andExpect(content().string(containsString("<main")))
                .andExpect(content().string(containsString("Gardé")))
                .andExpect(content().string(containsString("Lucette Garnier (86)")));
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingIsLost() throws Exception {
        mvc.perform(as(
                        post("/appels/nouvelle")
                                .param("purpose", "WELL_BEING")
                                .param("name", "")
                                .param("startsOn", "2026-11-24")
                                .param("endsOn", "2026-11-01")
                                .param("waves[0].name", "Les aînés")
                                .param("waves[0].ageFrom", "vieux")
                                .param("waves[0].deadlineOn", "2026-12-08"),
                        supervisor))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Donnez un nom à la campagne.")))
                .andExpect(content().string(containsString("La fin précède le début.")))
                .andExpect(content().string(containsString("Écrivez un âge entre 0 et 120.")))
                .andExpect(content().string(containsString("value=\"vieux\"")))
                .andExpect(content().string(containsString("Les aînés")));
    }

    @Test
    void aCampaignIsDraftedAndProposedByItsPages() throws Exception {
        var name = "Comment allez-vous ? " + agency;
        var page = mvc.perform(as(
                        post("/appels/nouvelle")
                                .param("purpose", "WELL_BEING")
                                .param("name", name)
                                .param("startsOn", "2026-11-24")
                                .param("endsOn", "2027-01-08")
                                .param("waves[0].name", "75 +")
                                .param("waves[0].ageFrom", "75")
                                .param("waves[0].deadlineOn", "2026-12-08"),
                        supervisor))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        mvc.perform(as(get(page), supervisor)).andExpect(content().string(containsString("Proposer la campagne")));
        mvc.perform(as(post(page + "/proposer"), supervisor)).andExpect(status().is3xxRedirection());
        mvc.perform(as(get(page), supervisor)).andExpect(content().string(containsString("Confirmer les partenaires")));
        mvc.perform(as(post(page + "/partenaires"), supervisor)).andExpect(status().is3xxRedirection());
        mvc.perform(as(get(page), supervisor)).andExpect(content().string(containsString("Approuver la liste")));
        mvc.perform(as(post(page + "/liste").param("approval", "APPROVE"), supervisor))
                .andExpect(status().is3xxRedirection());
        mvc.perform(as(post(page + "/liste").param("approval", "APPROVE"), supervisor))
                .andExpect(status().isConflict());
    }

    @Test
    void theReportComesAsPageCsvAndPdf() throws Exception {
        var id = running();
        mvc.perform(as(get("/appels/" + id + "/bilan"), supervisor))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("data-chart")));
        mvc.perform(as(get("/appels/" + id + "/bilan/agencies.csv"), supervisor))
                .andExpect(content().string(containsString("Agence;Objectif;Sur la liste;Appelés;Joints")));
        mvc.perform(as(get("/appels/" + id + "/bilan/nothing.csv"), supervisor)).andExpect(status().isNotFound());
        mvc.perform(as(get("/appels/" + id + "/bilan.pdf"), supervisor))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"));
    }
}
