package fr.allervers.arrears.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
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
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Statements;
import fr.allervers.testing.Tenants;
import fr.allervers.testing.Tenants.Tenant;
import fr.allervers.workflow.CaseRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The clock stands on Tuesday 24 November 2026, 10:00 in Paris. */
@ApplicationTest
class AppointmentPagesTest {

    @Autowired
    Appointments appointments;

    @Autowired
    AppointmentRows rows;

    @Autowired
    People people;

    @Autowired
    Tenants tenants;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    private Tenant tenant;
    private StaffMember officer;

    @BeforeEach
    void anOfficerReceivesOnFridayMornings() throws Exception {
        tenant = tenants.tenant();
        officer = people.somebodyOf(tenant.agencyId(), Role.RENT_OFFICER);
        mvc.perform(range("09:00", "11:00"))
                .andExpect(redirectedUrl("/rendez-vous/ouvertures?agent=" + officer.id() + "&ajoutee"));
    }

    @AfterEach
    void afterwards() {
        people.signOut();
        clock.reset();
    }

    private MockHttpServletRequestBuilder range(String from, String to) {
        return post("/rendez-vous/ouvertures")
                .param("agent", Long.toString(officer.id()))
                .param("agency", Long.toString(tenant.agencyId()))
                .param("kind", "OFFICE")
                .param("day", "5")
                .param("from", from)
                .param("to", to)
                .param("minutes", "30")
                .param("place", "Agence Centre")
                .param("validFrom", "2026-01-01")
                .with(People.as(officer))
                .with(csrf());
    }

    private static Instant paris(String local) {
        return LocalDateTime.parse(local).atZone(SlotPolicy.PARIS).toInstant();
    }

    /** The path of the link that the household is sent. */
    private String link() {
        var whole = appointments.offer(new CaseRef("household", tenant.householdId()), tenant.householdId(), null);
        return whole.substring(whole.indexOf("/l/")) + "/rendez-vous";
    }

    private MockHttpServletResponse open(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse();
    }

    private static String found(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    @Test
    void aTenantBooksMovesAndCancelsFromTheLinkWithoutAnAccount() throws Exception {
        var link = link();
        var page = open(link).getContentAsString();
        assertThat(page)
                .contains("Choisissez votre rendez-vous", "vendredi 27 novembre", "9 h 00", "Agence Centre")
                .doesNotContain("Garnier", tenant.mobile(), "Lucette", "loyer", "connexion", "??");
        var token = found(page, "name=\"_csrf\" value=\"([^\"]+)\"");
        var slot = found(page, "name=\"creneau\" value=\"([^\"]+)\"");

        mvc.perform(post(link).param("_csrf", token).param("creneau", slot)).andExpect(redirectedUrl(link));
        assertThat(open(link).getContentAsString())
                .contains("Votre rendez-vous", "vendredi 27 novembre à 9\u00a0h\u00a000", "Annuler le rendez-vous")
                .doesNotContain("Garnier", "??");
        assertThat(open(link + "?changer=1").getContentAsString()).contains("Choisissez une autre heure", "9 h 30");

        mvc.perform(get(link + "/rendez-vous.ics"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", containsString("text/calendar")))
                .andExpect(content().string(containsString("DTSTART;TZID=Europe/Paris:20261127T090000")))
                .andExpect(content().string(not(containsString("Garnier"))));

        mvc.perform(post(link + "/annuler").param("_csrf", token)).andExpect(redirectedUrl(link + "?annule=1"));
        assertThat(open(link + "?annule=1").getContentAsString()).contains("Votre rendez-vous est annulé");
    }

    @Test
    void aTakenTimeAndNonsenseAreToldInPlainWords() throws Exception {
        var link = link();
        var token = found(open(link).getContentAsString(), "name=\"_csrf\" value=\"([^\"]+)\"");
        mvc.perform(post(link).param("_csrf", token).param("creneau", "1.1"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Cette heure vient d’être prise")))
                .andExpect(content().string(containsString(link)));
        mvc.perform(post(link).param("_csrf", token).param("creneau", "demain"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Choisissez une heure de la liste")));
        mvc.perform(post(link).param("creneau", "1.1")).andExpect(status().isForbidden());
    }

    @Test
    void aHouseholdThatSpeaksEnglishReadsEnglish() throws Exception {
        jdbc.sql("update household set language = 'en' where id = ?")
                .param(tenant.householdId())
                .update();
        assertThat(open(link()).getContentAsString())
                .contains("Choose your appointment", "Friday 27 November", "09:00");
    }

    @Test
    void theOfficerSeesTheDayAndNotesWhoCame() throws Exception {
        people.signIn(officer);
        var slot = appointments
                .freeForStaff(tenant.agencyId(), LocalDate.of(2026, 11, 27), 1)
                .get(0);
        var booked = appointments.bookByStaff(
                new CaseRef("household", tenant.householdId()),
                tenant.householdId(),
                new Slot.Key(slot.rangeId(), slot.startsAt()));
        people.signOut();
        var day = get("/rendez-vous").param("jour", "2026-11-27").with(People.as(officer));
        mvc.perform(day)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Mme Lucette Garnier")))
                .andExpect(content().string(containsString("tel:" + tenant.mobile())))
                .andExpect(content().string(containsString("Déplacer")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/rendez-vous")
                        .param("jour", "2026-11-24")
                        .param("semaine", "true")
                        .with(People.as(officer)))
                .andExpect(content().string(containsString("Mme Lucette Garnier")))
                .andExpect(content().string(containsString("lundi 23 novembre")));
        mvc.perform(get("/rendez-vous/" + booked.id() + ".ics").with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("SUMMARY:Rendez-vous : Mme Lucette Garnier")));
        mvc.perform(get("/rendez-vous/" + booked.id() + "/deplacer").with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("9 h 30")));

        clock.set(paris("2026-11-27T09:30"));
        jobs.runDue();
        mvc.perform(get("/rendez-vous").param("jour", "2026-11-27").with(People.as(officer)))
                .andExpect(content().string(containsString("À noter")));
        mvc.perform(post("/rendez-vous/" + booked.id() + "/issue")
                        .param("issue", "NO_SHOW")
                        .param("note", "")
                        .with(People.as(officer))
                        .with(csrf()))
                .andExpect(redirectedUrl("/rendez-vous?jour=2026-11-27&agent=" + officer.id()));
        assertThat(rows.require(booked.id()).state()).isEqualTo(AppointmentState.NO_SHOW);
        mvc.perform(get("/dossiers/appointment/" + booked.id()).with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Absent sans prévenir")));
    }

    @Test
    void aDayCostsTheSameWhateverItHolds() throws Exception {
        var path = get("/rendez-vous").param("jour", "2026-11-27").with(People.as(officer));
        mvc.perform(path);
        people.signIn(officer);
        book(0);
        var one = Statements.during(() ->
                mvc.perform(get("/rendez-vous").param("jour", "2026-11-27").with(People.as(officer))));
        for (var more = 0; more < 3; more++) {
            people.signIn(officer);
            book(0);
        }
        people.signOut();
        assertThat(Statements.during(() -> mvc.perform(
                        get("/rendez-vous").param("jour", "2026-11-27").with(People.as(officer)))))
                .isEqualTo(one);
    }

    private void book(int which) {
        var household = tenants.tenant(tenant.agencyId()).householdId();
        var slot = appointments
                .freeForStaff(tenant.agencyId(), LocalDate.of(2026, 11, 27), 1)
                .get(which);
        appointments.bookByStaff(
                new CaseRef("household", household), household, new Slot.Key(slot.rangeId(), slot.startsAt()));
    }

    @Test
    void anOfficerBooksForATenantOnThePhone() throws Exception {
        var page = mvc.perform(get("/rendez-vous/nouveau")
                        .param("foyer", Long.toString(tenant.householdId()))
                        .with(People.as(officer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("Prendre un rendez-vous", "9 h 00").doesNotContain("??");
        mvc.perform(post("/rendez-vous/nouveau")
                        .param("foyer", Long.toString(tenant.householdId()))
                        .param("creneau", found(page, "name=\"creneau\" value=\"([^\"]+)\""))
                        .with(People.as(officer))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/rendez-vous/nouveau")
                        .param("foyer", Long.toString(tenant.householdId()))
                        .with(People.as(people.somebodyOf(tenants.agency(), Role.RENT_OFFICER))))
                .andExpect(status().isForbidden());
    }

    @Test
    void aRangeThatIsWrongIsShownAgainWithWhatIsWrong() throws Exception {
        mvc.perform(range("10:30", "12:00"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Une autre plage occupe déjà cette heure.")))
                .andExpect(content().string(containsString("value=\"10:30\"")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(range("plus tard", "12:00"))
                .andExpect(content().string(containsString("Donnez une heure, par exemple 09:00.")));
        mvc.perform(get("/rendez-vous/ouvertures")
                        .param("agent", Long.toString(officer.id()))
                        .with(People.as(people.somebodyOf(tenant.agencyId(), Role.RENT_OFFICER))))
                .andExpect(status().isForbidden());
        mvc.perform(get("/rendez-vous").with(People.as(people.somebody(Role.CALLER))))
                .andExpect(status().isForbidden());
    }
}
