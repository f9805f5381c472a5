package fr.allervers.outreach.calling;

import static fr.allervers.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.outreach.calling.CallingFixture.Running;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Addresses and forms that no page ever made: a clear refusal in the reader's language, and nothing breaks. */
@ApplicationTest
class MalformedRequestsTest {

    @Autowired
    CallingFixture fixture;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    Running campaign;
    StaffMember supervisor;

    @BeforeEach
    void aCampaign() {
        campaign = fixture.campaign();
        supervisor = people.somebodyOf(campaign.agencyId(), Role.SUPERVISOR);
    }

    private ResultActions send(MockHttpServletRequestBuilder request, StaffMember who) throws Exception {
        return mvc.perform(request.with(as(who)).with(csrf()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/alertes/nouvelle?foyer=abc",
                "/appels/CAMPAIGN/appelants?apercu=abc",
                "/appels/CAMPAIGN/bilan?wave=abc",
                "/appels/CAMPAIGN/bilan?agency=1e9",
                "/appels/CAMPAIGN/bilan.pdf?caller=99999999999999999999"
            })
    void aValueThatIsNoNumberIsAMistakeThatIsSaid(String address) throws Exception {
        send(get(address.replace("CAMPAIGN", Long.toString(campaign.campaignId()))), supervisor)
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Demande incomprise")));
        send(
                        get(address.replace("CAMPAIGN", Long.toString(campaign.campaignId())))
                                .header("HX-Request", "true"),
                        supervisor)
                .andExpect(status().isBadRequest())
                .andExpect(content().string(not(containsString("<html"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/appels/abc",
                "/appels/99999999999999999999",
                "/appels/999999999",
                "/appels/999999999/bilan",
                "/appels/999999999/appelants",
                "/appels/999999999/modifier",
                "/appels/999999999/vagues/1",
                "/appels/CAMPAIGN/vagues/999999999",
                "/appels/foyers/abc",
                "/appels/foyers/999999999",
                "/alertes/nouvelle?foyer=999999999",
                "/dossiers/household-call/999999999"
            })
    void whatDoesNotExistIsNotFound(String address) throws Exception {
        var everywhere = people.somebody(Role.SUPERVISOR);
        send(get(address.replace("CAMPAIGN", Long.toString(campaign.campaignId()))), everywhere)
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("<h1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "act=remove-wave-abc",
                "act=remove-wave-99",
                "purpose=",
                "purpose=NONE",
                "agencies=abc",
                "buildings=99999999999999999999",
                "waves[0].joined=",
                "waves[9999].name=Loin",
                "startsOn=demain",
                "maxAttempts=beaucoup",
                "waves[0].ageFrom=vieux"
            })
    void nothingTypedInTheBuilderBreaksIt(String field) throws Exception {
        var parts = field.split("=", -1);
        send(post("/appels/nouvelle").param("name", "").param(parts[0], parts[1]), supervisor)
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isIn(200, 400, 422));
        send(post("/appels/" + campaign.campaignId() + "/vagues/0").param(parts[0], parts[1]), supervisor)
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isIn(400, 422));
    }
}
