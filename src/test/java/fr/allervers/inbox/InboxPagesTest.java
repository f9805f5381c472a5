package fr.allervers.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Statements;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of the inbox, with and without htmx. */
@ApplicationTest
class InboxPagesTest {

    private static final Instant DUE = MovableClock.START.plus(Duration.ofDays(1));

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCases cases;

    @Autowired
    InboxRows rows;

    @Autowired
    People people;

    private final long agency = TestCases.number();

    @Test
    void theListShowsTasksAndOneBesideIt() throws Exception {
        var advisor = people.somebodyOf(agency, Role.SOCIAL_ADVISOR);
        var task = cases.start(agency, "Mme Lucette Garnier", MovableClock.START.minusSeconds(600), "social-advisor");
        mvc.perform(as(advisor, get("/a-faire").param("tache", task)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<html")))
                .andExpect(content().string(containsString("Mme Lucette Garnier")))
                .andExpect(content().string(containsString("en retard")))
                .andExpect(content().string(containsString("Terminer et suivante")))
                .andExpect(content().string(containsString("data-hide-if=\"decision != &quot;YES&quot;\"")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(as(advisor, get("/a-faire").param("tache", task))
                        .header("HX-Request", "true")
                        .header("HX-Target", "panel"))
                .andExpect(content().string(allOf(containsString("id=\"panel\""), not(containsString("<html")))));
    }

    @Test
    void whoHasNoRoleSeesNothing() throws Exception {
        var nobody = people.somebodyOf(agency);
        mvc.perform(as(nobody, get("/a-faire"))).andExpect(status().isForbidden());
        mvc.perform(as(nobody, post("/a-faire/vues")).param("nom", "x")).andExpect(status().isForbidden());
    }

    @Test
    void aPageCostsTheSameForOneTaskAndForTwenty() throws Exception {
        var advisor = people.somebodyOf(agency, Role.SOCIAL_ADVISOR);
        cases.start(agency, "Une", DUE, "social-advisor");
        var one = Statements.during(() -> mvc.perform(as(advisor, get("/a-faire"))));
        cases.startAll(
                agency, IntStream.range(0, 30).mapToObj(number -> "n" + number).toList(), DUE, "social-advisor");
        assertThat(Statements.during(() -> mvc.perform(as(advisor, get("/a-faire")))))
                .isEqualTo(one)
                .isLessThan(15);
    }

    @Test
    void takingCompletingAndTheNextOne() throws Exception {
        var advisor = people.somebodyOf(agency, Role.SOCIAL_ADVISOR);
        var tasks = cases.startAll(agency, List.of("a", "b"), DUE, "social-advisor").stream()
                .sorted()
                .toList();
        mvc.perform(as(advisor, post("/a-faire/" + tasks.get(0) + "/prendre")).param("_retour", "qui=moi"))
                .andExpect(redirectedUrl("/a-faire?qui=moi&tache=" + tasks.get(0)));
        mvc.perform(as(advisor, post("/a-faire/" + tasks.get(0) + "/terminer"))
                        .param("_retour", "")
                        .param("decision", "YES")
                        .param("days", "99"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("La valeur doit être au plus 30.")))
                .andExpect(content().string(containsString("value=\"99\"")));
        mvc.perform(as(advisor, post("/a-faire/" + tasks.get(0) + "/terminer"))
                        .param("_retour", "")
                        .param("decision", "YES")
                        .param("days", "3"))
                .andExpect(redirectedUrl("/a-faire?tache=" + tasks.get(1)));
        mvc.perform(as(advisor, post("/a-faire/" + tasks.get(0) + "/terminer")).param("decision", "YES"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Cette tâche n’est plus à faire")));
    }

    @Test
    void aForeignTaskIsRefusedByItsAddress() throws Exception {
        var stranger = people.somebodyOf(TestCases.number(), Role.SOCIAL_ADVISOR, Role.SUPERVISOR);
        var caller = people.somebodyOf(agency, Role.CALLER);
        var task = cases.start(agency, "Autre", DUE, "social-advisor");
        var caseUrl = "/dossiers/inbox-test/" + rows.find(task).orElseThrow().caseId();
        for (var person : List.of(stranger, caller)) {
            mvc.perform(as(person, get("/a-faire").param("tache", task))).andExpect(status().isForbidden());
            mvc.perform(as(person, post("/a-faire/" + task + "/prendre"))).andExpect(status().isForbidden());
            mvc.perform(as(person, get(caseUrl))).andExpect(status().isForbidden());
            mvc.perform(as(person, get(caseUrl + "/schema.bpmn"))).andExpect(status().isForbidden());
        }
        mvc.perform(as(people.somebodyOf(agency, Role.FIELD_MANAGER), get(caseUrl)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Autre")))
                .andExpect(content().string(containsString("Décider")))
                .andExpect(content().string(not(containsString("??"))));
        assertThat(rows.find(task).orElseThrow().assignee()).isNull();
    }

    @Test
    void aConflictIsToldBesideTheListAndNamesTheColleague() throws Exception {
        var holder = people.somebodyOf(agency, Role.SOCIAL_ADVISOR);
        var other = people.somebodyOf(agency, Role.SOCIAL_ADVISOR);
        var task = cases.start(agency, "Disputée", DUE, "social-advisor");
        mvc.perform(as(holder, post("/a-faire/" + task + "/prendre"))).andExpect(status().is3xxRedirection());
        mvc.perform(as(other, post("/a-faire/" + task + "/prendre")).header("HX-Request", "true"))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString(holder.displayName() + " a déjà pris cette tâche"),
                                not(containsString("<html")))));
    }

    @Test
    void addressesThatLeadNowhereAreExplained() throws Exception {
        var advisor = people.somebodyOf(agency, Role.SOCIAL_ADVISOR);
        mvc.perform(as(advisor, get("/dossiers/inbox-test/999999999999")))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("ne mène à rien")));
        mvc.perform(as(advisor, get("/dossiers/inbox-test/abc"))).andExpect(status().isNotFound());
        mvc.perform(as(advisor, get("/nulle-part")).locale(java.util.Locale.ENGLISH))
                .andExpect(status().isNotFound());
        mvc.perform(as(
                        advisor,
                        get("/a-faire")
                                .param("agence", "x")
                                .param("apres", "1 or 1")
                                .param("type", "'")
                                .param("q", "%")
                                .param("tache", "gone")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Cette tâche n’est plus à faire")));
    }

    @Test
    void viewsAreKeptUnderANameAndSharedByThoseWhoLead() throws Exception {
        var advisor = people.somebodyOf(agency, Role.SOCIAL_ADVISOR);
        var supervisor = people.somebodyOf(agency, Role.SUPERVISOR);
        var name = "Vue " + agency;
        mvc.perform(as(supervisor, post("/a-faire/vues"))
                        .param("nom", name)
                        .param("partagee", "true")
                        .param("_retour", "retard=oui&evil=1"))
                .andExpect(redirectedUrl("/a-faire?retard=oui"));
        mvc.perform(as(advisor, get("/a-faire"))).andExpect(content().string(containsString(name)));
        mvc.perform(as(advisor, post("/a-faire/vues")).param("nom", "x").param("partagee", "true"))
                .andExpect(status().isForbidden());
        mvc.perform(as(supervisor, post("/a-faire/vues")).param("nom", name))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void aBulkActIsShownBeforeItIsDone() throws Exception {
        var supervisor = people.somebodyOf(agency, Role.SUPERVISOR);
        var advisor = people.somebodyOf(agency, Role.SOCIAL_ADVISOR);
        var task = cases.start(agency, "Lot", DUE, "social-advisor");
        var version = rows.find(task).orElseThrow().version();
        mvc.perform(as(supervisor, get("/a-faire/lot")).param("acte", "ASSIGN").param("tache", task))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(task + "~" + version)))
                .andExpect(content().string(containsString(advisor.displayName())));
        mvc.perform(as(supervisor, post("/a-faire/lot"))
                        .param("acte", "ASSIGN")
                        .param("personne", advisor.username())
                        .param("choix", task + "~" + version))
                .andExpect(content().string(containsString("1 tâche changée")));
        mvc.perform(as(supervisor, post("/a-faire/lot"))
                        .param("acte", "RESCHEDULE")
                        .param("echeance", "2026-12-01T10:00")
                        .param("choix", task + "~" + version))
                .andExpect(content().string(containsString("a changé depuis que vous l’avez vue")));
        assertThat(rows.find(task).orElseThrow().dueAt()).isEqualTo(DUE);
    }

    @Test
    void newTasksAreCountedForThoseWhoMissStreams() throws Exception {
        var advisor = people.somebodyOf(agency, Role.SOCIAL_ADVISOR);
        mvc.perform(as(advisor, get("/a-faire/nouveautes").param("depuis", "0")))
                .andExpect(content().json("{\"count\":0}"));
    }

    @Test
    void whoIsNotSignedInIsLedToTheSignIn() throws Exception {
        mvc.perform(get("/a-faire")).andExpect(redirectedUrlPattern("**/connexion"));
    }

    private MockHttpServletRequestBuilder as(StaffMember person, MockHttpServletRequestBuilder request) {
        return request.with(People.as(person)).with(csrf()).locale(java.util.Locale.FRENCH);
    }
}
