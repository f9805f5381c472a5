package fr.allervers.kpi.web;

import static fr.allervers.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.kpi.fact.FigureTurns;
import fr.allervers.kpi.figure.Area;
import fr.allervers.kpi.figure.Figure;
import fr.allervers.kpi.figure.FigureGround;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Statements;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;

/** The dashboard's pages. */
@ApplicationTest
class DashboardPagesTest {

    private static final Instant NOW = MovableClock.START;

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Timeline timeline;

    @Autowired
    FigureTurns turns;

    private FigureGround ground;
    private long agency;
    private StaffMember claire;

    @BeforeEach
    void anAgencyWithWork() {
        ground = new FigureGround(jdbc);
        agency = ground.agency();
        claire = people.somebodyOf(agency, Role.SUPERVISOR);
    }

    @Test
    void everyPageOpensInBothLanguages() throws Exception {
        work(7);
        for (var path : pages()) {
            for (var language : List.of("fr", "en")) {
                mvc.perform(get(path).with(as(claire)).cookie(new jakarta.servlet.http.Cookie("langue", language)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("??"))))
                        .andExpect(content().string(not(containsString("kpi."))));
            }
        }
    }

    @Test
    void onlyThoseWhoLeadLook() throws Exception {
        for (var role : List.of(Role.SOCIAL_ADVISOR, Role.CALLER, Role.ADMINISTRATOR, Role.RENT_OFFICER)) {
            var person = people.somebodyOf(agency, role);
            for (var path : pages()) {
                mvc.perform(get(path).with(as(person))).andExpect(status().isForbidden());
            }
        }
        mvc.perform(post("/tableau/reglages")
                        .param("chiffre", "red")
                        .param("objectif", "1")
                        .with(as(claire))
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void aPageCostsTheSameHoweverManyCases() throws Exception {
        work(1);
        for (var path : pages()) {
            mvc.perform(get(path).with(as(claire)));
        }
        var few = new ArrayList<Integer>();
        for (var path : pages()) {
            few.add(Statements.during(() -> mvc.perform(get(path).with(as(claire)))));
        }
        work(25);
        var many = new ArrayList<Integer>();
        for (var path : pages()) {
            many.add(Statements.during(() -> mvc.perform(get(path).with(as(claire)))));
        }
        assertThat(many).isEqualTo(few).allMatch(statements -> statements < 25);
    }

    @Test
    void aLateTileOpensTheListOfJustThose() throws Exception {
        for (var number = 0; number < 3; number++) {
            ground.task(
                    agency,
                    "partner-referral",
                    900 + number,
                    "follow-referral",
                    "social-advisor",
                    NOW.minus(Duration.ofDays(9)),
                    NOW.minusSeconds(60));
        }
        ground.task(
                agency,
                "partner-referral",
                950,
                "follow-referral",
                "social-advisor",
                NOW.minusSeconds(60),
                NOW.plusSeconds(60));
        turns.all();
        mvc.perform(get("/tableau/appels").with(as(claire)))
                .andExpect(content().string(containsString("/tableau/taches?retard=oui&amp;domaine=appels")));
        mvc.perform(get("/tableau/taches")
                        .param("retard", "oui")
                        .param("domaine", "appels")
                        .with(as(claire)))
                .andExpect(content().string(containsString("3 en tout")))
                .andExpect(content().string(containsString("/dossiers/partner-referral/900")))
                .andExpect(content().string(not(containsString("/dossiers/partner-referral/950"))));
        mvc.perform(get("/tableau/carte/partner-referral").with(as(claire)))
                .andExpect(content().string(containsString("data-late=\"follow-referral\"")))
                .andExpect(content().string(containsString("3 en retard")));
    }

    @Test
    void figuresComeAsFiles() throws Exception {
        work(6);
        mvc.perform(get("/tableau/appels.csv").with(as(claire)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Foyers appelés;")));
        mvc.perform(get("/tableau/travail.csv").with(as(claire))).andExpect(status().isOk());
        mvc.perform(get("/tableau/carte/household-call.csv").with(as(claire))).andExpect(status().isOk());
        mvc.perform(get("/tableau.csv").with(as(claire))).andExpect(status().isOk());
        mvc.perform(get("/tableau.pdf").with(as(claire))).andExpect(header().string("Content-Type", "application/pdf"));
    }

    @Test
    void aViewIsKeptForItsPage() throws Exception {
        mvc.perform(post("/tableau/vues")
                        .param("nom", "Mon mois")
                        .param("page", "/tableau/appels")
                        .param("_retour", "periode=mois&agence=" + agency + "&evil=1")
                        .with(as(claire))
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .andExpect(redirectedUrl("/tableau/appels?periode=mois&agence=" + agency));
        mvc.perform(get("/tableau/appels").with(as(claire))).andExpect(content().string(containsString("Mon mois")));
        mvc.perform(get("/tableau/impayes").with(as(claire)))
                .andExpect(content().string(not(containsString("Mon mois"))));
        mvc.perform(get("/a-faire").with(as(claire))).andExpect(content().string(not(containsString("Mon mois"))));
    }

    @Test
    void theDirectorSetsWhatIsAimedAt() throws Exception {
        var director = people.somebody(Role.DIRECTOR);
        for (var wrong : List.of("101", "-1", "beaucoup", "1,55")) {
            mvc.perform(post("/tableau/reglages")
                            .param("chiffre", "response")
                            .param("objectif", wrong)
                            .with(as(director))
                            .with(SecurityMockMvcRequestPostProcessors.csrf()))
                    .andExpect(status().is4xxClientError());
        }
        mvc.perform(post("/tableau/reglages")
                        .param("chiffre", "response")
                        .param("objectif", "77,5")
                        .param("seuil", "60")
                        .with(as(director))
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/tableau/reglages").with(as(director)))
                .andExpect(content().string(containsString("77,5")));
    }

    private static List<String> pages() {
        var pages = new ArrayList<String>(
                List.of("/tableau", "/tableau/travail", "/tableau/taches", "/tableau/faites", "/tableau/reglages"));
        for (var area : Area.values()) {
            pages.add("/tableau/" + area.path());
            area.kinds().forEach(kind -> pages.add("/tableau/carte/" + kind));
        }
        for (var figure : Figure.values()) {
            pages.add("/tableau/liste?chiffre=" + figure.key() + "&part=tous");
        }
        return pages;
    }

    private void work(int count) {
        var campaign = ground.campaign();
        for (var number = 0; number < count; number++) {
            var id = ground.call(
                    agency,
                    campaign,
                    NOW.minus(Duration.ofDays(3)),
                    NOW.minus(Duration.ofDays(2)),
                    NOW.minus(Duration.ofDays(2)),
                    1,
                    "RED",
                    NOW.minus(Duration.ofDays(2)));
            timeline.record(new CaseRef("household-call", id), null, Timeline.Kind.NOTE, "Essai", null, false);
            ground.task(
                    agency,
                    "household-call",
                    id,
                    "take-charge-situation",
                    "social-advisor",
                    NOW.minus(Duration.ofDays(2)),
                    NOW.minus(Duration.ofDays(1)));
        }
        turns.all();
    }
}
