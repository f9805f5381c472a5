package fr.allervers.privacy;

import static fr.allervers.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.documents.DocumentStore;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The administrator's pages about personal data. */
@ApplicationTest
class PrivacyPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DocumentStore documents;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    private StaffMember nadia;

    @BeforeEach
    void anAdministrator() {
        nadia = people.somebody(Role.ADMINISTRATOR);
    }

    @Test
    void delaysShowTheirSourceAndWhetherTheyAreConfirmed() throws Exception {
        mvc.perform(get("/donnees-personnelles").with(as(nadia)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Appels aux foyers")))
                .andExpect(content().string(containsString("à confirmer")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/donnees-personnelles/purges").with(as(nadia)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/donnees-personnelles").with(as(people.somebody(Role.DIRECTOR, Role.SUPERVISOR))))
                .andExpect(status().isForbidden());
    }

    @Test
    void theRecordOfProcessingIsMadeFromSettingsAndCatalogue() throws Exception {
        mvc.perform(get("/donnees-personnelles/registre").with(as(nadia)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Évaluations sociales")))
                .andExpect(content().string(containsString("social_assessment")))
                .andExpect(content().string(not(containsString("??"))));
        var pdf = mvc.perform(get("/donnees-personnelles/registre.pdf").with(as(nadia)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void aPersonIsFoundLookedAtAndErasedOnlyWhenConfirmed() throws Exception {
        var somebody = new SomebodyEverywhere(jdbc, documents, tenants, LocalDate.of(2025, 6, 30));
        var page = "/donnees-personnelles/personnes/tenant/" + somebody.tenant.occupantId();
        mvc.perform(get("/donnees-personnelles/personnes")
                        .param("q", somebody.marker)
                        .with(as(nadia)))
                .andExpect(content().string(containsString("Lucette " + somebody.marker)))
                .andExpect(content().string(containsString(page)))
                .andExpect(content().string(containsString("demandeur")));
        mvc.perform(get(page).with(as(nadia)))
                .andExpect(content().string(containsString("Appels passés")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(post(page + "/effacement")
                        .param("motif", "REQUEST")
                        .with(as(nadia))
                        .with(csrf()))
                .andExpect(status().is4xxClientError());
        mvc.perform(post(page + "/effacement")
                        .param("motif", "REQUEST")
                        .param("confirme", "true")
                        .with(as(nadia))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(page).with(as(nadia)))
                .andExpect(content().string(containsString("Personne effacée")))
                .andExpect(content().string(not(containsString(somebody.marker))))
                .andExpect(content().string(not(containsString("??"))));
        var reader = people.somebody(Role.SUPERVISOR, Role.SOCIAL_ADVISOR, Role.RENT_OFFICER);
        for (var gone : List.of(
                "/dossiers/household-call/" + somebody.call,
                "/appels/foyers/" + somebody.call,
                "/dossiers/unpaid-rent-prevention/" + somebody.arrears,
                "/impayes/" + somebody.arrears)) {
            mvc.perform(get(gone).with(as(reader))).andExpect(status().isNotFound());
        }
    }

    @Test
    void aPersonOfAnotherAgencyIsNotShown() throws Exception {
        var somebody = new SomebodyEverywhere(jdbc, documents, tenants, LocalDate.of(2025, 6, 30));
        var elsewhere = people.somebodyOf(tenants.agency(), Role.ADMINISTRATOR);
        mvc.perform(get("/donnees-personnelles/personnes/tenant/" + somebody.tenant.occupantId())
                        .with(as(elsewhere)))
                .andExpect(status().isForbidden());
        mvc.perform(get("/donnees-personnelles/personnes/chose/1").with(as(nadia)))
                .andExpect(status().isNotFound());
    }
}
