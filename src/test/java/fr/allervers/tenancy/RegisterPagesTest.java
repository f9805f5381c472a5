package fr.allervers.tenancy;

import static fr.allervers.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** The pages and the API end points of the register, as a browser and an ERP see them. */
@ApplicationTest
class RegisterPagesTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    MockMvc mvc;

    @Autowired
    ImportRunner runner;

    @Autowired
    Timeline timeline;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    private final String prefix = "RP" + NUMBER.incrementAndGet() + "-";
    private StaffMember supervisor;

    @BeforeEach
    void makeSupervisor() {
        supervisor = people.somebody(Role.SUPERVISOR);
    }

    private byte[] file() {
        return new RegisterText(prefix)
                .occupant(1, RegisterColumn.ARREARS, "1 046,20", RegisterColumn.FOLLOWED, "oui")
                .occupant(2, RegisterColumn.POSTCODE, "?")
                .utf8Bytes();
    }

    private String send(byte[] content) throws Exception {
        var answer = mvc.perform(multipart("/registre")
                        .file(new MockMultipartFile("fichier", "registre.csv", "text/csv", content))
                        .with(as(supervisor))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private String household() throws Exception {
        var page = send(file());
        mvc.perform(post(page + "/lancer").with(as(supervisor)).with(csrf()));
        runner.runAll();
        return "/locataires/"
                + jdbc.sql("select id from household where code = ?")
                        .param(prefix + "F1")
                        .query(Long.class)
                        .single();
    }

    private long agency() {
        return jdbc.sql("select id from agency where code = ?")
                .param(prefix + "AG")
                .query(Long.class)
                .single();
    }

    @Test
    void aFileIsSentLookedAtStartedFollowedAndItsRejectsFetched() throws Exception {
        var page = send(file());
        mvc.perform(get(page).with(as(supervisor)).locale(Locale.FRENCH))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("43 colonnes reconnues")))
                .andExpect(content().string(containsString("code_postal : forme inattendue")))
                .andExpect(content().string(containsString("Foyer " + prefix + " 1")));
        mvc.perform(post(page + "/lancer").with(as(supervisor)).with(csrf())).andExpect(redirectedUrl(page));
        mvc.perform(get(page).header("HX-Request", "true").with(as(supervisor)))
                .andExpect(content().string(containsString("hx-trigger=\"every 1s\"")))
                .andExpect(content().string(not(containsString("<html"))));
        runner.runAll();
        mvc.perform(get(page).header("HX-Request", "true").with(as(supervisor)))
                .andExpect(content().string(not(containsString("hx-trigger"))));
        mvc.perform(get(page + "/rejets.csv").with(as(supervisor)))
                .andExpect(header().string("Content-Type", containsString("text/csv")))
                .andExpect(content().string(containsString("3;code_postal : forme inattendue")));
        mvc.perform(get("/registre").with(as(supervisor))).andExpect(content().string(containsString("registre.csv")));
    }

    @Test
    void aFileThatIsNoRegisterIsRefusedOnThePage() throws Exception {
        mvc.perform(multipart("/registre")
                        .file(new MockMultipartFile("fichier", "lettre.txt", "text/plain", "Bonjour".getBytes()))
                        .with(as(supervisor))
                        .with(csrf())
                        .locale(Locale.FRENCH))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("n’est pas un registre")))
                .andExpect(content().string(containsString("Rien n’a été importé")));
    }

    @Test
    void theExampleIsARegister() throws Exception {
        var example = mvc.perform(get("/registre/exemple.csv").with(as(supervisor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        mvc.perform(get(send(example)).with(as(supervisor)))
                .andExpect(content().string(not(containsString("rejets.csv"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/registre", "/registre/exemple.csv", "/api/v1/register-imports/1", "/equipe"})
    void aCallerHasNoPartInTheRegister(String path) throws Exception {
        mvc.perform(get(path).with(as(people.somebody(Role.CALLER)))).andExpect(status().isForbidden());
    }

    @Test
    void anErpSendsAFileOnceAndReadsWhatBecameOfIt() throws Exception {
        var key = "cle-" + prefix;
        var first = mvc.perform(post("/api/v1/register-imports")
                        .contentType("text/csv")
                        .content(file())
                        .header("Idempotency-Key", key)
                        .with(as(supervisor))
                        .with(csrf()))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.state").value("QUEUED"))
                .andReturn();
        var location = Objects.requireNonNull(first.getResponse().getHeader("Location"));
        runner.runAll();
        mvc.perform(multipart("/api/v1/register-imports")
                        .file(new MockMultipartFile("file", "registre.csv", "text/csv", file()))
                        .header("Idempotency-Key", key)
                        .with(as(supervisor))
                        .with(csrf()))
                .andExpect(status().isAccepted())
                .andExpect(header().string("Location", location));
        mvc.perform(get(location).with(as(supervisor)))
                .andExpect(jsonPath("$.state").value("DONE"))
                .andExpect(jsonPath("$.created").value(1))
                .andExpect(jsonPath("$.rejected").value(1));
        mvc.perform(get(location + "/rejects").with(as(supervisor)))
                .andExpect(content().string(containsString("code_postal")));
    }

    @Test
    void anErpIsToldWhyInProblemDetails() throws Exception {
        mvc.perform(post("/api/v1/register-imports")
                        .contentType("text/csv")
                        .content("ceci;n'est;pas")
                        .with(as(supervisor))
                        .with(csrf())
                        .locale(Locale.FRENCH))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.detail").value(containsString("n’est pas un registre")));
        mvc.perform(post("/api/v1/register-imports")
                        .contentType("application/json")
                        .content("{}")
                        .with(as(supervisor))
                        .with(csrf()))
                .andExpect(status().isUnsupportedMediaType());
        mvc.perform(get("/api/v1/register-imports/999999999").with(as(supervisor)))
                .andExpect(status().isNotFound());
        mvc.perform(post("/api/v1/register-imports")
                        .contentType("text/csv")
                        .content(file())
                        .with(as(people.somebody(Role.SOCIAL_ADVISOR)))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post("/api/v1/register-imports")
                        .contentType("text/csv")
                        .content(file())
                        .with(as(supervisor)))
                .andExpect(status().isForbidden());
    }

    @Test
    void aHouseholdIsSearchedAndShown() throws Exception {
        var page = household();
        mvc.perform(get("/locataires").param("q", prefix + "F1").with(as(supervisor)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(page)));
        mvc.perform(get("/locataires")
                        .param("q", prefix + "F1")
                        .header("HX-Request", "true")
                        .with(as(supervisor)))
                .andExpect(content().string(containsString("id=\"results\"")))
                .andExpect(content().string(not(containsString("<html"))));
        mvc.perform(get(page).with(as(supervisor)).locale(Locale.FRENCH))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("tel:+33199000001")))
                .andExpect(content().string(containsString("1 046,20 € d’impayé")))
                .andExpect(content().string(containsString("12 rue des Écoles")));
    }

    @Test
    void anotherAgencysHouseholdIsNotShown() throws Exception {
        var page = household();
        mvc.perform(get(page).with(as(people.somebodyOf(agency(), Role.SOCIAL_ADVISOR))))
                .andExpect(status().isOk());
        mvc.perform(get(page).with(as(people.somebodyOf(agency() + 1_000, Role.SOCIAL_ADVISOR))))
                .andExpect(status().isForbidden());
        mvc.perform(get("/locataires/999999999").with(as(supervisor))).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CALLER", "COMMITTEE_MEMBER"})
    void callersAndCommitteeMembersSeeNoHouseholdHere(Role role) throws Exception {
        var page = household();
        mvc.perform(get(page).with(as(people.somebody(role)))).andExpect(status().isForbidden());
        mvc.perform(get("/locataires").with(as(people.somebody(role)))).andExpect(status().isForbidden());
    }

    @Test
    void arrearsAndSocialMattersAreForThoseWhoNeedThem() throws Exception {
        var page = household();
        var id = Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
        timeline.record(
                new CaseRef("household-call", 999_999_999),
                id,
                Timeline.Kind.NOTE,
                "Aide demandée " + prefix,
                null,
                true);
        mvc.perform(get(page).with(as(people.somebody(Role.FIELD_MANAGER))))
                .andExpect(content().string(not(containsString("1 046,20"))))
                .andExpect(content().string(not(containsString("suivi social"))))
                .andExpect(content().string(not(containsString("Aide demandée"))));
        mvc.perform(get(page).with(as(people.somebody(Role.RENT_OFFICER))))
                .andExpect(content().string(containsString("1 046,20")))
                .andExpect(content().string(not(containsString("Aide demandée"))));
        mvc.perform(get(page).with(as(people.somebody(Role.SOCIAL_ADVISOR))).locale(Locale.FRENCH))
                .andExpect(content().string(containsString("suivi social")))
                .andExpect(content().string(containsString("Aide demandée")));
        assertThat(id).isPositive();
    }
}
