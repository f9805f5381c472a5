package fr.allervers.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ApplicationTest
class PartnersTest {

    @Autowired
    Partners partners;

    @Autowired
    PartnerDirectory directory;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    private static PartnerEntry entry(String name, String insee, Service... services) {
        return new PartnerEntry(
                name, PartnerKind.CCAS, "01 99 00 00 01", null, null, Set.of(insee), EnumSet.copyOf(List.of(services)));
    }

    @Test
    void aServiceWithoutActivePartnerIsAGapInItsCommuneOnly() {
        var here = tenants.tenant().insee();
        var there = tenants.tenant().insee();
        directory.add(entry("Repas " + here, here, Service.MEALS));
        var listening = directory.add(entry("Écoute " + here, here, Service.LISTENING));
        directory.setActive(listening, 0, false);

        assertThat(partners.gaps(List.of(here, there), EnumSet.of(Service.MEALS, Service.LISTENING)))
                .containsExactlyInAnyOrder(
                        new CoverageGap(here, Service.LISTENING),
                        new CoverageGap(there, Service.MEALS),
                        new CoverageGap(there, Service.LISTENING));
        assertThat(partners.gaps(List.of(here), EnumSet.of(Service.MEALS))).isEmpty();
        assertThat(partners.gaps(List.of(here), EnumSet.noneOf(Service.class))).isEmpty();
        assertThat(partners.serving(here, Service.LISTENING)).isEmpty();
        assertThat(partners.find(listening)).isPresent();
    }

    @Test
    void aChangeOverAColleaguesChangeIsRefusedAndWritesNothing() {
        var insee = tenants.tenant().insee();
        var id = directory.add(entry("Avant " + insee, insee, Service.MEALS));
        directory.change(id, 0, entry("Pendant " + insee, insee, Service.RIGHTS));

        assertThatThrownBy(() -> directory.change(id, 0, entry("Après " + insee, insee, Service.MEALS)))
                .isInstanceOf(UserError.class)
                .hasMessage("partners.changed-by-colleague");
        assertThatThrownBy(() -> directory.setActive(id, 0, false)).isInstanceOf(UserError.class);
        var kept = directory.find(id).orElseThrow();
        assertThat(kept.name()).isEqualTo("Pendant " + insee);
        assertThat(kept.services()).containsExactly(Service.RIGHTS);
        assertThat(kept.active()).isTrue();
        assertThat(kept.version()).isEqualTo(1);
    }

    @Test
    void twoPartnersNeverBearOneName() {
        var insee = tenants.tenant().insee();
        directory.add(entry("Unique " + insee, insee, Service.MEALS));
        assertThatThrownBy(() -> directory.add(entry("Unique " + insee, insee, Service.MEALS)))
                .isInstanceOf(UserError.class)
                .hasMessage("partners.name-taken");
    }

    @Test
    void thePageShowsGapsInWordsAndFiltersByCommuneAndService() throws Exception {
        var insee = tenants.tenant().insee();
        directory.add(entry("Courses " + insee, insee, Service.GROCERIES));
        directory.add(entry("Droits " + insee, insee, Service.RIGHTS));

        mvc.perform(get("/partenaires")
                        .param("commune", insee)
                        .param("service", "GROCERIES")
                        .with(People.as(people.somebody(Role.CALLER))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Courses " + insee)))
                .andExpect(content().string(not(containsString("Droits " + insee))))
                .andExpect(content().string(containsString("5 manques")))
                .andExpect(content().string(not(containsString("Ajouter un partenaire"))));
    }

    @Test
    void aSupervisorAddsAPartnerAndSeesWhatIsMissing() throws Exception {
        var insee = tenants.tenant().insee();
        var supervisor = People.as(people.somebody(Role.SUPERVISOR));
        mvc.perform(get("/partenaires/nouveau").with(supervisor)).andExpect(status().isOk());
        mvc.perform(post("/partenaires/nouveau")
                        .param("name", " ")
                        .param("kind", "CCAS")
                        .param("version", "0")
                        .param("phone", "appelez-nous")
                        .param("insees", "99999")
                        .with(supervisor)
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Donnez le nom du partenaire.")))
                .andExpect(content().string(containsString("par exemple 01 99 00 12 34")))
                .andExpect(content().string(containsString("Choisissez au moins une commune de la liste.")))
                .andExpect(content().string(containsString("Choisissez au moins un service.")));

        mvc.perform(post("/partenaires/nouveau")
                        .param("name", "Page " + insee)
                        .param("kind", "PIRATE")
                        .param("version", "0")
                        .param("insees", insee)
                        .param("services", "MEALS")
                        .with(supervisor)
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());

        mvc.perform(post("/partenaires/nouveau")
                        .param("name", "Page " + insee)
                        .param("kind", "CCAS")
                        .param("version", "0")
                        .param("phone", "01 99 00 00 02")
                        .param("insees", insee)
                        .param("services", "MEALS", "RIGHTS")
                        .with(supervisor)
                        .with(csrf()))
                .andExpect(redirectedUrl("/partenaires"));
        var added = directory.list(insee, Service.MEALS, false).get(0);
        assertThat(added.name()).isEqualTo("Page " + insee);

        mvc.perform(get("/partenaires/" + added.id()).with(supervisor))
                .andExpect(content().string(containsString("Page " + insee)));
        mvc.perform(post("/partenaires/" + added.id() + "/etat")
                        .param("version", "7")
                        .param("active", "false")
                        .with(supervisor)
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Un collègue a modifié ce partenaire")));
        mvc.perform(get("/partenaires/999999999").with(supervisor)).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SUPERVISOR", "ADMINISTRATOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseWritesInTheDirectory(Role role) throws Exception {
        var person = People.as(people.somebody(role));
        mvc.perform(get("/partenaires/nouveau").with(person)).andExpect(status().isForbidden());
        mvc.perform(post("/partenaires/1/etat")
                        .param("version", "0")
                        .param("active", "false")
                        .with(person)
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(get("/partenaires").with(person))
                .andExpect(role == Role.COMMITTEE_MEMBER ? status().isForbidden() : status().isOk());
    }
}
