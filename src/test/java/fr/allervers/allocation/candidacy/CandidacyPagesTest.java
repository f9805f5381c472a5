package fr.allervers.allocation.candidacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.allocation.Applicants;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import fr.allervers.testing.Statements;
import fr.allervers.testing.Tenants;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** The officer's pages, and the applicant's page for documents. */
@ApplicationTest
class CandidacyPagesTest {

    @Autowired
    Applicants applicants;

    @Autowired
    Applications applications;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private long agency;
    private StaffMember officer = new StaffMember(0, "", "", java.util.Set.of(), java.util.Set.of(), false, "fr");

    @BeforeEach
    void anAgency() {
        agency = tenants.agency();
        officer = people.somebodyOf(agency, Role.ALLOCATION_OFFICER);
    }

    @Test
    void theListAndTheDwellingShowWhatMatters() throws Exception {
        var id = applicants.ready(agency, 3);
        mvc.perform(get("/attributions").with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("prêt pour la commission")))
                .andExpect(content().string(containsString("3 candidats")));
        mvc.perform(get("/attributions/logements/" + id).with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("23,3 %")))
                .andExpect(content().string(containsString("à confirmer")))
                .andExpect(content().string(containsString("+12 Hébergé")));
        mvc.perform(get("/attributions/logements/" + id)
                        .with(People.as(people.somebodyOf(tenants.agency(), Role.ALLOCATION_OFFICER))))
                .andExpect(status().isForbidden());
    }

    @Test
    void aPageCostsTheSameWhateverItsLength() throws Exception {
        var few = applicants.offered(agency);
        applicants.candidate(few);
        var many = applicants.ready(agency, 6);
        var first = Statements.during(
                () -> mvc.perform(get("/attributions/logements/" + few).with(People.as(officer))));
        assertThat(Statements.during(
                        () -> mvc.perform(get("/attributions/logements/" + many).with(People.as(officer)))))
                .isEqualTo(first);
        var list = Statements.during(() -> mvc.perform(get("/attributions").with(People.as(officer))));
        applicants.offered(agency);
        assertThat(Statements.during(() -> mvc.perform(get("/attributions").with(People.as(officer)))))
                .isEqualTo(list);
    }

    @Test
    void theListOfDwellingsIsReadByKey() throws Exception {
        for (var i = 0; i < 32; i++) {
            applicants.offered(agency);
        }
        var first = mvc.perform(get("/attributions").with(People.as(officer)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var more =
                Pattern.compile("href=\"(/attributions\\?[^\"]*avant=\\d+)\"").matcher(first);
        assertThat(more.find()).isTrue();
        mvc.perform(get(more.group(1).replace("&amp;", "&")).with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("avant="))));
    }

    @Test
    void anApplicationIsEnteredFoundChangedAndItsFaultsAreToldAtTheirFields() throws Exception {
        var code = jdbc.sql("select code from agency where id = ?")
                .param(agency)
                .query(String.class)
                .single();
        var number = "026011900%09d".formatted(agency);
        mvc.perform(get("/attributions/demandes/nouvelle").with(People.as(officer)))
                .andExpect(status().isOk());
        mvc.perform(post("/attributions/demandes/nouvelle")
                        .with(People.as(officer))
                        .with(csrf())
                        .param("numero_unique", number)
                        .param("agence", code)
                        .param("nom", "Zélie")
                        .param("ressources", "beaucoup"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Un montant, par exemple")))
                .andExpect(content().string(containsString("À remplir.")));
        var location = Objects.requireNonNull(mvc.perform(post("/attributions/demandes/nouvelle")
                        .with(People.as(officer))
                        .with(csrf())
                        .param("numero_unique", number)
                        .param("agence", code)
                        .param("date_demande", "2025-03-04")
                        .param("nom", "Zélie-Durand")
                        .param("prenom", "Ana")
                        .param("date_naissance", "1988-02-29")
                        .param("adresse", "1 rue Basse")
                        .param("code_postal", "26000")
                        .param("commune", "Valence")
                        .param("adultes", "2")
                        .param("enfants", "1")
                        .param("ressources", "1 650,40")
                        .param("situation", "HOTEL")
                        .param("priorites", "HOMELESS", "VIOLENCE")
                        .param("mobile", "06 39 98 77 01"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        mvc.perform(get(location).with(People.as(officer)))
                .andExpect(content().string(containsString("Ana Zélie-Durand")))
                .andExpect(content().string(containsString("Dépôt de plainte")))
                .andExpect(content().string(containsString("650,40")));
        mvc.perform(get("/attributions/demandes").param("q", "zelie d").with(People.as(officer)))
                .andExpect(content().string(containsString("Zélie-Durand")));
        mvc.perform(get("/attributions/demandes")
                        .param("q", number.substring(0, 14))
                        .with(People.as(officer)))
                .andExpect(content().string(containsString("Zélie-Durand")));
        mvc.perform(get(location + "/modifier").with(People.as(officer)))
                .andExpect(content().string(containsString("1650,40")));
    }

    @Test
    void documentsComeByLinkAfterTheBirthDateByTheirContentAndAreJudged() throws Exception {
        people.signIn(officer);
        var application = applications.enter(applicants.entry(agency, 1, 0));
        people.signOut();
        mvc.perform(post("/attributions/demandes/" + application + "/lien")
                        .with(People.as(officer))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        var sms = jdbc.sql("select body from outbox_message where case_kind = 'housing-application' and case_id = ? and"
                        + " channel = 'SMS'")
                .param(application)
                .query(String.class)
                .single();
        var found = Pattern.compile("/l/([A-Za-z0-9_-]{43})").matcher(sms);
        assertThat(found.find()).isTrue();
        var page = "/l/" + found.group(1) + "/pieces";
        var asked = mvc.perform(get(page)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(asked).contains("date de naissance").doesNotContain("Avis d’imposition");
        var csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(asked);
        assertThat(csrf.find()).isTrue();
        var proof = Objects.requireNonNull(mvc.perform(post("/l/" + found.group(1) + "/verification")
                        .param("_csrf", csrf.group(1))
                        .param("naissance", "1990-05-17"))
                .andReturn()
                .getResponse()
                .getCookie("preuve"));
        mvc.perform(get(page).cookie(proof)).andExpect(content().string(containsString("Avis d’imposition")));
        var script = new MockMultipartFile(
                "fichier", "avis.pdf", "application/pdf", "#!/bin/sh".getBytes(StandardCharsets.UTF_8));
        mvc.perform(multipart(page)
                        .file(script)
                        .cookie(proof)
                        .param("_csrf", csrf.group(1))
                        .param("nature", "TAX_NOTICE"))
                .andExpect(status().is4xxClientError());
        var pdf = new MockMultipartFile(
                "fichier", "avis.pdf", "application/pdf", "%PDF-1.4 x".getBytes(StandardCharsets.UTF_8));
        for (var twice = 0; twice < 2; twice++) {
            mvc.perform(multipart(page)
                            .file(pdf)
                            .cookie(proof)
                            .param("_csrf", csrf.group(1))
                            .param("nature", "TAX_NOTICE"))
                    .andExpect(redirectedUrl(page + "?suite=1"));
        }
        assertThat(jdbc.sql("select count(*) from application_file where application_id = ?")
                        .param(application)
                        .query(Integer.class)
                        .single())
                .isOne();
        mvc.perform(get("/attributions/demandes/" + application).with(People.as(officer)))
                .andExpect(content().string(containsString("à vérifier")))
                .andExpect(content().string(containsString("avis.pdf")));
        mvc.perform(post("/attributions/demandes/" + application + "/pieces/TAX_NOTICE")
                        .with(People.as(officer))
                        .with(csrf())
                        .param("convient", "true"))
                .andExpect(status().is3xxRedirection());
        assertThat(jdbc.sql("select state from application_paper where application_id = ? and kind = 'TAX_NOTICE'")
                        .param(application)
                        .query(String.class)
                        .single())
                .isEqualTo("ACCEPTED");
        // A new link closes the one before.
        mvc.perform(post("/attributions/demandes/" + application + "/lien")
                .with(People.as(officer))
                .with(csrf()));
        mvc.perform(get(page).cookie(proof)).andExpect(status().isNotFound());
    }

    @Test
    void photosOfTheVisitAreKeptOnceAndOnlyPhotos() throws Exception {
        var id = applicants.offered(agency);
        var photo = new MockMultipartFile(
                "photo", "sejour.jpg", "image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1});
        for (var twice = 0; twice < 2; twice++) {
            mvc.perform(multipart("/attributions/logements/" + id + "/visite")
                            .file(photo)
                            .with(People.as(officer))
                            .with(csrf())
                            .param("visite", "https://visites.example.org/1"))
                    .andExpect(status().is3xxRedirection());
        }
        assertThat(jdbc.sql("select count(*) from offered_photo where offered_dwelling_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isOne();
        var pdf =
                new MockMultipartFile("photo", "sejour.jpg", "image/jpeg", "%PDF-1.4".getBytes(StandardCharsets.UTF_8));
        mvc.perform(multipart("/attributions/logements/" + id + "/visite")
                        .file(pdf)
                        .with(People.as(officer))
                        .with(csrf()))
                .andExpect(status().is4xxClientError());
        mvc.perform(post("/attributions/logements/" + id + "/visite")
                        .with(People.as(officer))
                        .with(csrf())
                        .param("visite", "javascript:alert(1)"))
                .andExpect(status().is4xxClientError());
    }
}
