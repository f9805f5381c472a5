package fr.allervers.outreach.campaign;

import static fr.allervers.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.outreach.report.CampaignReports;
import fr.allervers.outreach.report.ReportFilter;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.People;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** How many households each agency is to call, and how far it is. */
@ApplicationTest
class CampaignTargetsTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CallCampaigns campaigns;

    @Autowired
    CampaignTasks tasks;

    @Autowired
    CampaignTargets targets;

    @Autowired
    CampaignReports reports;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    MockMvc mvc;

    CampaignFixture register;
    long agency;
    long campaign;
    StaffMember supervisor;

    @BeforeEach
    void fourHouseholdsOfWhichOneWasCalled() {
        register = new CampaignFixture(jdbc);
        agency = register.agency();
        var building = register.building(agency, "%05d".formatted(agency % 100_000));
        for (var birthYear = 1940; birthYear < 1944; birthYear++) {
            register.person(register.household(agency, building), LocalDate.of(birthYear, 5, 1));
        }
        supervisor = people.somebodyOf(agency, Role.SUPERVISOR);
        people.signIn(supervisor);
        campaign = campaigns.draft(
                register.settings(Set.of()), List.of(register.wave("75 ans et plus", Audience.from(75), agency, null)));
        campaigns.propose(campaign);
        tasks.act(campaign, "check-partners", Map.of());
        tasks.act(campaign, "approve-list", Map.of("approval", "APPROVE"));
        jobs.runDue();
        jdbc.sql(
                        "update household_call set first_called_at = '2026-11-24 10:00' where campaign_id = ? order by id limit 1")
                .param(campaign)
                .update();
    }

    @AfterEach
    void signOut() {
        people.signOut();
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(as(supervisor)).with(csrf()));
    }

    private ResultActions save(String target) throws Exception {
        return send(post("/appels/" + campaign + "/objectifs").param("objectif-" + agency, target));
    }

    private Map<Long, Integer> byAgency() {
        people.signIn(supervisor);
        return targets.byAgency(campaign);
    }

    private void isShown(String address, String words) throws Exception {
        send(get("/appels/" + campaign + address)).andExpect(content().string(containsString(words)));
    }

    @Test
    void withoutATargetItIsTheWholeList() throws Exception {
        assertThat(byAgency()).containsExactly(Map.entry(agency, 4));
        assertThat(reports.of(campaign, ReportFilter.ALL).targetRate()).isEqualTo(25);
        isShown("", "25 % de l’objectif");
    }

    @Test
    void progressIsShownAgainstTheTargetOnThePageInTheReportAndInItsFile() throws Exception {
        save("2").andExpect(status().is3xxRedirection());

        assertThat(byAgency()).containsExactly(Map.entry(agency, 2));
        var report = reports.of(campaign, ReportFilter.ALL);
        assertThat(report.target()).isEqualTo(2);
        assertThat(report.targetRate()).isEqualTo(50);
        assertThat(report.table("agencies").rows()).singleElement().satisfies(row -> assertThat(row.values())
                .containsExactly(2L, 4L, 1L, 0L));
        isShown("", "50 % de l’objectif");
        isShown("/bilan", "50 % de l’objectif de 2 foyers");
        isShown("/bilan/agencies.csv", ";Objectif;");
        isShown("/bilan/agencies.csv", ";2;4;1;0");
    }

    @Test
    void aPartOfTheCampaignHasNoTargetOfItsOwn() throws Exception {
        save("2");
        people.signIn(supervisor);
        var wave = campaigns.waves(campaign).get(0).id();
        assertThat(reports.of(campaign, new ReportFilter(wave, null, null)).target())
                .isEqualTo(4);
    }

    @Test
    void anEmptyTargetIsTheWholeListAgain() throws Exception {
        save("2");
        save(" ").andExpect(status().is3xxRedirection());
        assertThat(byAgency()).containsExactly(Map.entry(agency, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "beaucoup", "100001", "99999999999999999999", "1,5"})
    void whatIsNoTargetIsToldAtItsFieldAndChangesNothing(String target) throws Exception {
        save("3");
        save(target)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"f-objectif-" + agency + "-error\"")))
                .andExpect(content().string(containsString("value=\"" + target + "\"")));
        assertThat(byAgency()).containsExactly(Map.entry(agency, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "100000"})
    void theLeastAndTheMostAreTargets(String target) throws Exception {
        save(target).andExpect(status().is3xxRedirection());
        assertThat(byAgency()).containsExactly(Map.entry(agency, Integer.valueOf(target)));
    }

    @Test
    void anotherAgencysTargetCannotBeSet() {
        var other = register.agency();
        assertThatThrownBy(() -> targets.set(campaign, Map.of(other, 5))).isInstanceOf(UserError.class);
        people.signIn(people.somebodyOf(other, Role.SUPERVISOR));
        assertThatThrownBy(() -> targets.of(campaign)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> targets.set(campaign, Map.of(agency, 5))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aClosedCampaignKeepsItsTargets() {
        targets.set(campaign, Map.of(agency, 3));
        campaigns.close(campaign, null);
        assertThatThrownBy(() -> targets.set(campaign, Map.of())).isInstanceOf(UserError.class);
        assertThat(byAgency()).containsExactly(Map.entry(agency, 3));
    }
}
