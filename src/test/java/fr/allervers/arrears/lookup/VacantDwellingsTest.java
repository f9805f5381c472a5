package fr.allervers.arrears.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import fr.allervers.testing.Tenants.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** The clock stands on Tuesday 24 November 2026, 10:00 in Paris. */
@ApplicationTest
class VacantDwellingsTest {

    @Autowired
    VacantDwellings vacant;

    @Autowired
    People people;

    @Autowired
    Tenants tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    private Tenant tenant;
    private StaffMember manager;

    @BeforeEach
    void aTenantOfTheSector() {
        tenant = tenants.tenant();
        manager = people.somebodyOf(tenant.agencyId(), Role.FIELD_MANAGER);
        people.signIn(manager);
    }

    @AfterEach
    void afterwards() {
        people.signOut();
        clock.reset();
    }

    private long lease(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        insert into lease (code, dwelling_id, household_id, starts_on, ends_on)
                        select concat('LV', h.id), h.dwelling_id, h.id, ?, ? from household h where h.id = ? returning id
                        """)
                .params(from, to, tenant.householdId())
                .query(Long.class)
                .single();
    }

    @Test
    void aDwellingIsVacantFromTheDayAfterItsLeaseEndsUntilTheNextOneBegins() {
        var lease = lease(LocalDate.of(2020, 1, 1), LocalDate.of(2026, 11, 24));
        gone();
        assertThat(vacant.list(null).items()).isEmpty();
        clock.advance(Duration.ofDays(1));
        var found = vacant.list(null).items();
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.since()).isEqualTo(LocalDate.of(2026, 11, 24));
            assertThat(one.works()).isEqualTo(VacantDwellings.Works.NONE);
        });
        var dwelling = found.get(0).id();
        assertThat(vacant.save(dwelling, 0, state("Volet cassé"))).isEmpty();
        assertThat(vacant.require(dwelling).note()).isEqualTo("Volet cassé");
        jdbc.sql("update lease set ends_on = '2026-12-31' where id = ?")
                .param(lease)
                .update();
        assertThat(vacant.list(null).items()).isEmpty();
        assertThatThrownBy(() -> vacant.require(dwelling)).hasMessage("lookup.vacant.unknown");
        // The next vacancy begins without the state of the one before.
        clock.set(Instant.parse("2027-01-01T09:00:00Z"));
        assertThat(vacant.require(dwelling).note()).isNull();
    }

    private void gone() {
        jdbc.sql("update occupant set left_on = '2026-11-20' where household_id = ?")
                .param(tenant.householdId())
                .update();
    }

    private static VacantDwellings.State state(String note) {
        return new VacantDwellings.State(
                VacantDwellings.Keys.AGENCY,
                VacantDwellings.Works.RUNNING,
                LocalDate.of(2026, 12, 12),
                null,
                "Demande 1234",
                null,
                note);
    }

    @Test
    void ofTwoWhoChangeItsStateTheSecondIsTold() {
        gone();
        var dwelling = vacant.list(null).items().get(0).id();
        assertThat(vacant.save(dwelling, 0, state("un"))).isEmpty();
        assertThatThrownBy(() -> vacant.save(dwelling, 0, state("deux"))).hasMessage("lookup.vacant.changed");
        assertThat(vacant.save(dwelling, 1, state("deux"))).isEmpty();
        assertThatThrownBy(() -> vacant.save(dwelling, 1, state("trois"))).hasMessage("lookup.vacant.changed");
        people.signIn(people.somebodyOf(tenants.agency(), Role.FIELD_MANAGER));
        assertThat(vacant.list(null).items()).isEmpty();
        assertThatThrownBy(() -> vacant.save(dwelling, 2, state("quatre"))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theFieldManagerSaysHowADwellingStandsAndIsToldWhatIsWrong() throws Exception {
        gone();
        var dwelling = vacant.list(null).items().get(0).id();
        mvc.perform(post("/fiches/vacants/" + dwelling)
                        .param("version", "0")
                        .param("keysAt", "")
                        .param("works", "NONE")
                        .param("worksUntil", "demain")
                        .with(People.as(manager))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Choisissez dans la liste.")))
                .andExpect(content().string(containsString("Donnez une date.")));
        mvc.perform(post("/fiches/vacants/" + dwelling)
                        .param("version", "0")
                        .param("keysAt", "CONTRACTOR")
                        .param("works", "RUNNING")
                        .param("worksUntil", "2026-12-12")
                        .param("visitAt", "2026-12-02T14:00")
                        .with(People.as(manager))
                        .with(csrf()))
                .andExpect(redirectedUrl("/fiches/vacants?note"));
        mvc.perform(get("/fiches/vacants").with(People.as(manager)))
                .andExpect(content().string(containsString("chez l’entreprise")))
                .andExpect(content().string(containsString("2 déc., 14 h 00")));
        mvc.perform(get("/fiches/vacants/" + dwelling)
                        .with(People.as(people.somebodyOf(tenant.agencyId(), Role.RENT_OFFICER))))
                .andExpect(status().isForbidden());
    }
}
