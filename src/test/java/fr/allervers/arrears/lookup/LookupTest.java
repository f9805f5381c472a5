package fr.allervers.arrears.lookup;

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

import fr.allervers.ledger.Booking;
import fr.allervers.ledger.EntryKind;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Households;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.AtOnce;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Statements;
import fr.allervers.testing.Tenants;
import fr.allervers.testing.Tenants.Tenant;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** The clock stands on Tuesday 24 November 2026, 10:00 in Paris. */
@ApplicationTest
class LookupTest {

    @Autowired
    FieldNotes notes;

    @Autowired
    RentAccounts accounts;

    @Autowired
    Households households;

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
        // The search knows the words of a household once something of it was indexed.
        households.addPhone(tenant.occupantId(), tenant.mobile());
    }

    @AfterEach
    void afterwards() {
        people.signOut();
        clock.reset();
    }

    private long lease(LocalDate from, LocalDate to) {
        var dwelling = jdbc.sql("select dwelling_id from household where id = ?")
                .param(tenant.householdId())
                .query(Long.class)
                .single();
        return jdbc.sql(
                        "insert into lease (code, dwelling_id, household_id, starts_on, ends_on) values (?, ?, ?, ?, ?) returning id")
                .params(Arrays.asList(
                        "LK" + UUID.randomUUID().toString().substring(0, 8), dwelling, tenant.householdId(), from, to))
                .query(Long.class)
                .single();
    }

    private String sheet() throws Exception {
        return mvc.perform(get("/fiches/" + tenant.householdId()).with(People.as(manager)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String name() {
        return households.require(tenant.householdId()).name();
    }

    @Test
    void oneAnswerLeadsToItsSheetAndSeveralAreListed() throws Exception {
        mvc.perform(get("/fiches").param("q", tenant.mobile()).with(People.as(manager)))
                .andExpect(redirectedUrl("/fiches/" + tenant.householdId()));
        var other = tenants.tenant(tenant.agencyId());
        households.addPhone(other.occupantId(), other.mobile());
        mvc.perform(get("/fiches").param("q", "garnier").with(People.as(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/fiches/" + tenant.householdId())))
                .andExpect(content().string(containsString("/fiches/" + other.householdId())));
    }

    @Test
    void theOtherSectorIsNeitherFoundNorOpenedAndTheAttemptIsWrittenDown() throws Exception {
        var elsewhere = people.somebodyOf(tenants.agency(), Role.FIELD_MANAGER);
        mvc.perform(get("/fiches").param("q", tenant.mobile()).with(People.as(elsewhere)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Aucun foyer de votre secteur")))
                .andExpect(content().string(not(containsString(name()))));
        mvc.perform(get("/fiches/" + tenant.householdId()).with(People.as(elsewhere)))
                .andExpect(status().isForbidden());
        assertThat(jdbc.sql(
                                "select outcome from audit_entry where actor_id = ? and subject_kind = 'household' and subject_id = ?")
                        .params(elsewhere.id(), tenant.householdId())
                        .query(String.class)
                        .list())
                .containsExactly("REFUSED");
    }

    @Test
    void everyLookIsWrittenDownWithoutTheWords() throws Exception {
        mvc.perform(get("/fiches").param("q", "Gârnier").with(People.as(manager)));
        sheet();
        assertThat(jdbc.sql(
                                "select concat_ws(' ', act, outcome, subject_id, detail) from audit_entry where actor_id = ? order by id")
                        .param(manager.id())
                        .query(String.class)
                        .list())
                .satisfiesExactly(
                        searched -> assertThat(searched)
                                .matches("SEARCHED DONE mots [0-9a-f]{16} ; 1")
                                .doesNotContain("arnier"),
                        seen -> assertThat(seen).isEqualTo("SEEN DONE " + tenant.householdId()));
    }

    @Test
    void theSheetTellsTheAccountAndHowToCall() throws Exception {
        var lease = lease(LocalDate.of(2020, 1, 1), null);
        charge(lease, 52_000, LocalDate.of(2026, 11, 5));
        var page = sheet();
        assertThat(page)
                .contains("520,00", "à payer", "Lu le 24 nov.", "href=\"tel:" + tenant.mobile() + "\"")
                .doesNotContain("arrears", "Plan d’apurement");
    }

    private void charge(long lease, long cents, LocalDate on) {
        accounts.book(
                new Booking("lookup-" + UUID.randomUUID(), lease, EntryKind.RENT, null, cents, on, "Loyer", null));
    }

    @Test
    void theSheetCostsTheSameWhateverItShows() throws Exception {
        lease(LocalDate.of(2020, 1, 1), null);
        sheet();
        var bare = Statements.during(this::sheet);
        people.signIn(manager);
        for (var number = 0; number < 5; number++) {
            notes.keep("note-number-" + UUID.randomUUID(), tenant.householdId(), "Vu le gardien", null);
        }
        charge(lease(LocalDate.of(2021, 1, 1), null), 52_000, LocalDate.of(2026, 11, 5));
        assertThat(Statements.during(this::sheet)).isEqualTo(bare).isLessThan(25);
    }

    @Test
    void theSheetItsStyleAndItsScriptWeighLessThanFiftyKilobytes() throws Exception {
        charge(lease(LocalDate.of(2020, 1, 1), null), 52_000, LocalDate.of(2026, 11, 5));
        for (var number = 0; number < 6; number++) {
            notes.keep("note-weight-" + UUID.randomUUID(), tenant.householdId(), "é".repeat(500), null);
        }
        var page = sheet();
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(50_000);
        // As it travels, with all that a first visit loads.
        assertThat(page).contains("/assets/light").doesNotContain("/assets/app", "/assets/form");
        assertThat(packed(page.getBytes(StandardCharsets.UTF_8))
                        + packed(asset("light.css"))
                        + packed(asset("light.js")))
                .isLessThan(50_000);
    }

    private static byte[] asset(String name) throws Exception {
        return Files.readAllBytes(Path.of("target", "classes", "static", "assets", name));
    }

    private static int packed(byte[] content) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(bytes)) {
            packing.write(content);
        }
        return bytes.size();
    }

    @Test
    void aNoteSentTwiceIsOneNote() throws Exception {
        var key = UUID.randomUUID().toString();
        var written = clock.instant().minus(Duration.ofHours(3));
        for (var time = 0; time < 2; time++) {
            mvc.perform(post("/fiches/" + tenant.householdId() + "/notes")
                            .param("cle", key)
                            .param("note", "Personne, boîte pleine")
                            .param("le", Long.toString(written.toEpochMilli()))
                            .header("X-Queued", "1")
                            .with(People.as(manager))
                            .with(csrf()))
                    .andExpect(status().isNoContent());
        }
        assertThat(jdbc.sql("select noted_at from visit_note where household_id = ?")
                        .param(tenant.householdId())
                        .query(Instant.class)
                        .list())
                .containsExactly(written);
        assertThat(jdbc.sql("select count(*) from timeline_entry where household_id = ? and kind = 'VISIT'")
                        .param(tenant.householdId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(sheet()).contains("Personne, boîte pleine");
    }

    @Test
    void tenRequestsAtOnceWithOneKeyAreOneNote() throws Exception {
        var key = UUID.randomUUID().toString();
        var fresh = AtOnce.times(10, () -> {
            people.signIn(manager);
            return notes.keep(key, tenant.householdId(), "Vu", null);
        });
        assertThat(fresh).containsOnlyOnce(true);
    }

    @Test
    void aTelephonesClockIsBelievedForTwoWeeksAndNeverAhead() {
        for (var noted : List.of(
                clock.instant().plusMillis(1),
                clock.instant().minus(Duration.ofDays(14)).minusMillis(1))) {
            notes.keep(UUID.randomUUID().toString(), tenant.householdId(), "Vu", noted);
        }
        notes.keep(
                UUID.randomUUID().toString(),
                tenant.householdId(),
                "Vu",
                clock.instant().minus(Duration.ofDays(14)));
        assertThat(jdbc.sql("select noted_at from visit_note where household_id = ? order by id")
                        .param(tenant.householdId())
                        .query(Instant.class)
                        .list())
                .containsExactly(
                        clock.instant(), clock.instant(), clock.instant().minus(Duration.ofDays(14)));
    }

    @Test
    void anEmptyNoteATooLongOneAndOneForAnotherSectorAreRefused() {
        var key = UUID.randomUUID().toString();
        assertThatThrownBy(() -> notes.keep(key, tenant.householdId(), "  ", null))
                .hasMessage("lookup.note.length");
        assertThatThrownBy(() -> notes.keep(key, tenant.householdId(), "x".repeat(501), null))
                .hasMessage("lookup.note.length");
        assertThatThrownBy(() -> notes.keep("'; --", tenant.householdId(), "Vu", null))
                .hasMessage("lookup.note.key");
        people.signIn(people.somebodyOf(tenants.agency(), Role.FIELD_MANAGER));
        assertThatThrownBy(() -> notes.keep(key, tenant.householdId(), "Vu", null))
                .isInstanceOf(AccessDeniedException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"FIELD_MANAGER", "RENT_OFFICER", "SOCIAL_ADVISOR", "SUPERVISOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseLooksUp(Role role) throws Exception {
        mvc.perform(get("/fiches").with(People.as(people.somebody(role)))).andExpect(status().isForbidden());
    }
}
