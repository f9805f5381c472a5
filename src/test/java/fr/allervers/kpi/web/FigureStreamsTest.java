package fr.allervers.kpi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.inbox.TestCases;
import fr.allervers.kpi.fact.FigureState;
import fr.allervers.kpi.fact.FigureTurns;
import fr.allervers.kpi.figure.FigureGround;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import fr.allervers.testing.Statements;
import fr.allervers.workflow.Tasks;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** An open dashboard hears of a completed task, asks for its tiles again, and sees it counted. */
@ApplicationTest
class FigureStreamsTest {

    @Autowired
    FigureStreams streams;

    @Autowired
    FigureState state;

    @Autowired
    FigureTurns turns;

    @Autowired
    TestCases cases;

    @Autowired
    Tasks tasks;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    java.time.Clock clock;

    @Autowired
    MockMvc mvc;

    private long agency;
    private StaffMember claire;

    @BeforeEach
    void aSupervisor() {
        agency = new FigureGround(jdbc).agency();
        claire = people.somebodyOf(agency, Role.SUPERVISOR);
        turns.all();
    }

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void aCompletedTaskIsToldOnceAndTheTileShowsIt() throws Exception {
        var task = cases.start(agency, "Foyer Garnier", clock.instant().plus(Duration.ofHours(5)), "social-advisor");
        turns.all();
        var page = mvc.perform(get("/tableau/travail").with(People.as(claire)))
                .andExpect(content().string(containsString("data-live-url=\"/tableau/flux?depuis=")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(done(page)).isZero();
        var stream = stream();
        assertThat(heard(stream)).isZero();

        transaction.executeWithoutResult(status -> tasks.complete(task, Map.of("decision", "YES")));
        assertThat(heard(stream)).as("not before it is counted").isZero();
        turns.fold();
        assertThat(heard(stream)).isEqualTo(1);
        assertThat(heard(stream)).as("once").isEqualTo(1);
        assertThat(stream.getContentAsString())
                .contains("data:{\"count\":" + state.now().version() + "}");
        var fragment = mvc.perform(
                        get("/tableau/travail").header("HX-Request", "true").with(People.as(claire)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(done(fragment)).isEqualTo(1);
    }

    @Test
    void onlyThoseWhoLeadListenAndALookCostsOneQueryForAll() throws Exception {
        mvc.perform(get("/tableau/flux?depuis=0").with(People.as(people.somebodyOf(agency, Role.SOCIAL_ADVISOR))))
                .andExpect(status().isForbidden());
        streams.close();
        assertThat(Statements.during(streams::look)).isZero();
        for (var reader = 0; reader < 5; reader++) {
            stream();
        }
        assertThat(Statements.during(streams::look)).isEqualTo(1);
    }

    private MockHttpServletResponse stream() throws Exception {
        return mvc.perform(get("/tableau/flux?depuis=" + state.now().version()).with(People.as(claire)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
    }

    private int heard(MockHttpServletResponse stream) throws Exception {
        streams.look();
        return stream.getContentAsString().split("event:figures", -1).length - 1;
    }

    private static int done(String page) {
        var found = Pattern.compile("(?s)data-tile=\"done\".*?av-num\">(\\d+)<").matcher(page);
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1));
    }
}
