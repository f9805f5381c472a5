package fr.allervers.audit;

import static fr.allervers.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.AtOnce;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import fr.allervers.testing.Tenants.Tenant;
import jakarta.servlet.DispatcherType;
import java.io.BufferedReader;
import java.io.StringReader;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ApplicationTest
class AuditLogTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Tenants tenants;

    @Autowired
    Sealing sealing;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    private Tenant tenant;
    private StaffMember advisor;
    private StaffMember administrator;

    @BeforeEach
    void anAdvisorAndAHousehold() {
        tenant = tenants.tenant();
        advisor = people.somebodyOf(tenant.agencyId(), Role.SOCIAL_ADVISOR);
        administrator = people.somebody(Role.ADMINISTRATOR);
    }

    private List<String> entriesOf(StaffMember person) {
        return jdbc.sql("""
                        select concat_ws(' ', act, outcome, route, subject_kind, subject_id, concat('foyer ', household_id)) from audit_entry
                         where actor = 'STAFF' and actor_id = ? order by id
                        """).param(person.id()).query(String.class).list();
    }

    private String page(String query) throws Exception {
        return mvc.perform(get("/journal" + query).with(as(administrator)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void aHouseholdsPageIsWrittenDownWhetherItIsShownOrRefused() throws Exception {
        var stranger = people.somebodyOf(tenants.agency(), Role.SOCIAL_ADVISOR);
        mvc.perform(get("/locataires/" + tenant.householdId()).with(as(advisor)))
                .andExpect(status().isOk());
        mvc.perform(get("/locataires/" + tenant.householdId()).with(as(stranger)))
                .andExpect(status().isForbidden());
        sealing.seal();
        var of = " GET /locataires/{id} household " + tenant.householdId() + " foyer " + tenant.householdId();
        assertThat(entriesOf(advisor)).containsExactly("SEEN DONE" + of);
        assertThat(entriesOf(stranger)).containsExactly("SEEN REFUSED" + of);
        assertThat(page("?foyer=" + tenant.householdId()))
                .contains(advisor.displayName() + "<", stranger.displayName() + "<", "Refusé");
    }

    @Test
    void aChangeAndAnAttemptWithoutTheRoleAreWrittenDown() throws Exception {
        mvc.perform(post("/messages/foyers/{id}/refus", tenant.householdId())
                        .with(as(advisor))
                        .with(csrf()))
                .andReturn();
        mvc.perform(post("/messages/modeles/1/retirer").with(as(advisor)).with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(entriesOf(advisor))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("CHANGED")
                .contains("household " + tenant.householdId());
        assertThat(entriesOf(advisor)).last().asString().startsWith("CHANGED REFUSED POST /messages/modeles");
    }

    @Test
    void whoComesAndGoesAndIsNotLetInIsWrittenDownWithoutWhatWasTyped() throws Exception {
        mvc.perform(formLogin("/connexion").user(advisor.username()).password("demo"))
                .andExpect(redirectedUrl("/"));
        mvc.perform(post("/deconnexion").with(as(advisor)).with(csrf()));
        assertThat(entriesOf(advisor)).containsExactly("SIGNED_IN DONE sign-in", "SIGNED_OUT DONE sign-in");
        mvc.perform(formLogin("/connexion").user(advisor.username()).password("Secret-Typed"));
        assertThat(jdbc.sql("select concat_ws(' ', act, actor, detail) from audit_entry order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("SIGN_IN_REFUSED NOBODY BadCredentialsException");
    }

    @Test
    void aFormWithAForgedTokenChangesNothingAndIsWrittenDown() throws Exception {
        mvc.perform(post("/commissions/points/12/bulletin").with(as(advisor)).with(csrf().useInvalidToken()))
                .andExpect(status().isForbidden());
        mvc.perform(post("/error").with(as(advisor)).with(csrf()).with(request -> {
            request.setDispatcherType(DispatcherType.ERROR);
            return request;
        }));
        assertThat(entriesOf(advisor))
                .as("once, not again by the page that tells of it")
                .containsExactly("FORM_REFUSED REFUSED POST /commissions/points/12/bulletin");
        // Without anybody's name there is nobody to write down.
        mvc.perform(post("/commissions/points/12/bulletin").with(csrf().useInvalidToken()))
                .andExpect(status().isForbidden());
        assertThat(entriesOf(advisor)).hasSize(1);
    }

    @Test
    void theLogIsReadNewestFirstPageByPage() throws Exception {
        for (var number = 0; number < 51; number++) {
            trail.write(actor(), Act.SEEN, Outcome.DONE, new Subject("lease", number), "GET /essai", null);
        }
        var first = page("?personne=" + advisor.id());
        assertThat(first).contains("Compte 50<", "Compte 1<").doesNotContain("Compte 0<");
        var next = first.replaceFirst("(?s).*href=\"/journal\\?([^\"]*avant=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(page("?" + next)).contains("Compte 0<").doesNotContain("Compte 1<");
        assertThat(page("?personne=" + advisor.id() + "&acte=VOTED")).contains("Rien dans le journal");
        assertThat(page("?personne=" + advisor.id() + "&nature=lease&numero=7")).contains("Compte 7<");
        assertThat(page("?personne=" + advisor.id() + "&au=2026-11-23")).contains("Rien dans le journal");
        assertThat(page("?personne=" + advisor.id() + "&du=2026-11-24&au=2026-11-24"))
                .contains("Compte 50<");
        assertThat(page("?personne=" + advisor.id() + "&du=2026-11-25")).contains("Rien dans le journal");
    }

    @Test
    void aFileOfTheLogIsItselfWrittenDownAndSafeInASpreadsheet() throws Exception {
        trail.write(actor(), Act.CHANGED, Outcome.DONE, null, "POST /essai", "=cmd|'/c calc'!A1");
        mvc.perform(get("/journal/journal.csv?personne=" + advisor.id()).with(as(administrator)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(content().string(containsString("'=cmd|")))
                .andExpect(content().string(not(containsString(";=cmd"))));
        assertThat(entriesOf(administrator)).containsExactly("EXPORTED DONE GET /journal/journal.csv");
    }

    @Test
    void theCopyAgreesWithTheChainAndTheButtonSaysSo() throws Exception {
        mvc.perform(get("/locataires/" + tenant.householdId()).with(as(advisor)));
        sealing.seal();
        var copy = mvc.perform(get("/journal/copie.jsonl").with(as(administrator)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(VerifyAudit.of(new BufferedReader(new StringReader(copy)), ""))
                .satisfies(report -> {
                    assertThat(report.fault()).isNull();
                    assertThat(report.entries()).isPositive();
                });
        var verified = mvc.perform(
                        post("/journal/verification").with(as(administrator)).with(csrf()))
                .andExpect(redirectedUrl("/journal"))
                .andReturn();
        mvc.perform(inTheSessionOf(verified, get("/journal").with(as(administrator))))
                .andExpect(content().string(containsString("Tout concorde")));
    }

    @Test
    void theDatabaseRefusesToChangeOrTakeOutWhatIsSealed() {
        trail.write(actor(), Act.SEEN, Outcome.DONE, null, "GET /essai", null);
        sealing.seal();
        assertThatThrownBy(() -> jdbc.sql("update audit_entry set actor_id = 1 where actor_id = ?")
                        .param(advisor.id())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from audit_entry where actor_id = ?")
                        .param(advisor.id())
                        .update())
                .isInstanceOf(DataAccessException.class);
        trail.write(actor(), Act.SEEN, Outcome.DONE, null, "GET /essai-2", null);
        assertThatThrownBy(() -> jdbc.sql("update audit_entry set route = 'x' where actor_id = ? and seq is null")
                        .param(advisor.id())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void writersAndSealersOfSeveralNodesMakeOneChainWithoutAGap() throws Exception {
        AtOnce.all(IntStream.range(0, 6)
                .mapToObj(number -> Executors.callable(() -> {
                    for (var turn = 0; turn < 30; turn++) {
                        if (number < 4) {
                            trail.write(
                                    actor(),
                                    Act.SEEN,
                                    Outcome.DONE,
                                    new Subject("household", tenant.householdId()),
                                    "GET /essai",
                                    null);
                        } else {
                            sealing.seal();
                        }
                    }
                }))
                .toList());
        sealing.seal();
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where actor_id = ? and seq is not null and household_id = ?")
                        .params(advisor.id(), tenant.householdId())
                        .query(Long.class)
                        .single())
                .isEqualTo(120);
        assertThat(verify().fault()).isNull();
        assertThat(jdbc.sql(
                                "select count(*) = max(seq) - (select from_seq from audit_chain) from audit_entry where seq is not null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void anAdministratorOfOneAgencySeesItsEntriesOnly() throws Exception {
        mvc.perform(get("/locataires/" + tenant.householdId()).with(as(advisor)));
        sealing.seal();
        var own = people.somebodyOf(tenant.agencyId(), Role.ADMINISTRATOR);
        var other = people.somebodyOf(tenants.agency(), Role.ADMINISTRATOR);
        var path = "/journal?foyer=" + tenant.householdId();
        mvc.perform(get(path).with(as(own))).andExpect(content().string(containsString("Dossier vu</span>")));
        mvc.perform(get(path).with(as(other)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Rien dans le journal")));
        mvc.perform(get("/journal/copie.jsonl").with(as(own))).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMINISTRATOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void theLogIsForAdministratorsOnly(Role role) throws Exception {
        mvc.perform(get("/journal").with(as(people.somebody(role)))).andExpect(status().isForbidden());
    }

    /** What was said after the redirection waits in the session, wherever that is kept. */
    private static MockHttpServletRequestBuilder inTheSessionOf(MvcResult before, MockHttpServletRequestBuilder next) {
        var cookie = before.getResponse().getCookie("SESSION");
        return cookie != null
                ? next.cookie(cookie)
                : next.session((MockHttpSession) before.getRequest().getSession());
    }

    private ChainReport verify() throws Exception {
        return (ChainReport) mvc.perform(
                        post("/journal/verification").with(as(administrator)).with(csrf()))
                .andExpect(redirectedUrl("/journal"))
                .andReturn()
                .getFlashMap()
                .get("report");
    }

    private Actor actor() {
        return new Actor(Actor.Kind.STAFF, advisor.id());
    }
}
