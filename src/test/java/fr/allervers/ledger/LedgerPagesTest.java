package fr.allervers.ledger;

import static fr.allervers.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.ledger.Leases.Let;
import fr.allervers.ledger.files.CamtText;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Statements;
import fr.allervers.testing.Tenants;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** The accounts' pages and end points, as a browser and an ERP see them. */
@ApplicationTest
class LedgerPagesTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LocalDate TODAY =
            MovableClock.START.atZone(ZoneId.of("Europe/Paris")).toLocalDate();

    @Autowired
    MockMvc mvc;

    @Autowired
    RentAccounts accounts;

    @Autowired
    LedgerImportRunner runner;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    Tenants tenants;

    private Leases leases;
    private Let let;
    private StaffMember officer;
    private final String account = "FR76999990000400000%06d".formatted(NUMBER.incrementAndGet()) + "42";

    @BeforeEach
    void makeAccount() {
        leases = new Leases(jdbc, tenants);
        let = leases.lease();
        officer = people.somebody(Role.RENT_OFFICER);
        for (var month = 0; month < 3; month++) {
            book(EntryKind.RENT, 50000, LocalDate.parse("2026-09-05").plusMonths(month));
        }
        book(EntryKind.PAYMENT, 45380, LocalDate.parse("2026-11-09"));
    }

    private void book(EntryKind kind, long cents, LocalDate on) {
        accounts.book(new Booking(
                UUID.randomUUID().toString(),
                let.id(),
                kind,
                kind == EntryKind.PAYMENT ? Means.TRANSFER : null,
                cents,
                on,
                "",
                null));
    }

    private String page() {
        return "/comptes/" + let.id();
    }

    @Test
    void theAccountSaysWhatIsOwedSinceWhenAndHowItCame() throws Exception {
        mvc.perform(get(page()).with(as(officer)).locale(Locale.FRENCH))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1\u202f046,20\u00a0€")))
                .andExpect(content().string(containsString(">2 mois dus")))
                .andExpect(content().string(containsString("depuis le 5 sept. 2026 (80 jours)")))
                .andExpect(content().string(containsString("453,80\u00a0€ le 9 nov. 2026")))
                .andExpect(content().string(containsString("novembre 2026")))
                .andExpect(content().string(containsString("Contre-passer")));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybodySeesWhatHisRoleMay(Role role) throws Exception {
        var answer = mvc.perform(get(page()).with(as(people.somebody(role))))
                .andReturn()
                .getResponse();
        var read =
                switch (role) {
                    case RENT_OFFICER, SOCIAL_ADVISOR, SUPERVISOR, DIRECTOR, FIELD_MANAGER -> 200;
                    default -> 403;
                };
        assertThat(answer.getStatus()).isEqualTo(read);
        if (role == Role.FIELD_MANAGER) {
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                    .contains("046,20")
                    .doesNotContain("<table");
        }
        if (role != Role.RENT_OFFICER) {
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("contre-passer");
            mvc.perform(post(page() + "/paiements")
                            .param("cle", "k")
                            .param("moyen", "CASH")
                            .param("montant", "1")
                            .param("jour", TODAY.toString())
                            .param("motif", "x")
                            .with(as(people.somebody(role)))
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void anotherAgencysAccountIsNotShown() throws Exception {
        mvc.perform(get(page()).with(as(people.somebodyOf(tenants.agency(), Role.SOCIAL_ADVISOR))))
                .andExpect(status().isForbidden());
        mvc.perform(get("/comptes/999999999").with(as(officer))).andExpect(status().isNotFound());
    }

    @Test
    void aPaymentInHandIsBookedOnceHoweverOftenTheFormIsSent() throws Exception {
        var key = UUID.randomUUID().toString();
        for (var time = 0; time < 2; time++) {
            mvc.perform(post(page() + "/paiements")
                            .param("cle", key)
                            .param("moyen", "CHEQUE")
                            .param("montant", "1 046,20")
                            .param("jour", TODAY.toString())
                            .param("motif", "chèque reçu à l’agence")
                            .with(as(officer))
                            .with(csrf()))
                    .andExpect(redirectedUrl(page()));
        }
        assertThat(leases.balance(let.id())).isZero();
    }

    @Test
    void aPaymentOfTomorrowOfNothingOrWithoutReasonIsNotBooked() throws Exception {
        refused("10", TODAY.plusDays(1), "x");
        refused("10", TODAY.minusYears(1).minusDays(1), "x");
        refused("0", TODAY, "x");
        refused("dix", TODAY, "x");
        refused("10", TODAY, " ");
        assertThat(leases.balance(let.id())).isEqualTo(104620);
    }

    private void refused(String amount, LocalDate on, String reason) throws Exception {
        mvc.perform(post(page() + "/paiements")
                        .param("cle", UUID.randomUUID().toString())
                        .param("moyen", "CASH")
                        .param("montant", amount)
                        .param("jour", on.toString())
                        .param("motif", reason)
                        .with(as(officer))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void anEntryIsReversedWithItsReasonOnItsOwnAccountOnly() throws Exception {
        var entry = jdbc.sql("select max(id) from rent_entry where lease_id = ?")
                .param(let.id())
                .query(Long.class)
                .single();
        var other = leases.lease();
        mvc.perform(post("/comptes/" + other.id() + "/ecritures/" + entry + "/contre-passer")
                        .param("motif", "x")
                        .with(as(officer))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(post(page() + "/ecritures/" + entry + "/contre-passer")
                        .param("motif", "virement d’un homonyme")
                        .with(as(officer))
                        .with(csrf()))
                .andExpect(redirectedUrl(page()));
        mvc.perform(get(page()).with(as(officer)))
                .andExpect(content().string(containsString("virement d’un homonyme")))
                .andExpect(content().string(containsString("1\u202f500,00")));
        mvc.perform(post(page() + "/ecritures/" + entry + "/contre-passer")
                        .param("motif", "encore")
                        .with(as(officer))
                        .with(csrf()))
                .andExpect(status().isConflict());
    }

    @Test
    void thePageCostsTheSameWhateverTheAccountHolds() throws Exception {
        var few = Statements.during(() -> mvc.perform(get(page()).with(as(officer))));
        for (var day = 0; day < 30; day++) {
            book(EntryKind.PAYMENT, 100, TODAY.minusDays(day));
        }
        assertThat(Statements.during(() -> mvc.perform(get(page()).with(as(officer)))))
                .isEqualTo(few);
    }

    @Test
    void theSearchShowsBalancesInAFixedNumberOfQueries() throws Exception {
        jdbc.sql("insert ignore into household_word (household_id, word) values (?, ?)")
                .params(let.tenant().householdId(), "xq" + let.id())
                .update();
        var one = Statements.during(() -> mvc.perform(get("/comptes")
                        .param("q", "xq" + let.id())
                        .with(as(officer))
                        .locale(Locale.FRENCH))
                .andExpect(content().string(containsString("doit 1\u202f046,20\u00a0€")))
                .andExpect(content().string(containsString(page()))));
        var second = leases.lease();
        jdbc.sql("insert ignore into household_word (household_id, word) values (?, ?)")
                .params(second.tenant().householdId(), "xq" + let.id())
                .update();
        assertThat(Statements.during(() -> mvc.perform(get("/comptes")
                                .param("q", "xq" + let.id())
                                .with(as(officer))
                                .locale(Locale.FRENCH))
                        .andExpect(content().string(containsString("/comptes/" + second.id())))))
                .isEqualTo(one);
        mvc.perform(get("/comptes")
                        .param("q", "xq" + let.id())
                        .header("HX-Request", "true")
                        .with(as(people.somebodyOf(tenants.agency(), Role.FIELD_MANAGER))))
                .andExpect(content().string(not(containsString(page()))))
                .andExpect(content().string(not(containsString("<html"))));
    }

    private String send(byte[] file) throws Exception {
        return Objects.requireNonNull(mvc.perform(multipart("/comptes/imports")
                        .file(new MockMultipartFile("fichier", "f.xml", "text/xml", file))
                        .with(as(officer))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    @Test
    void aStatementIsSentLookedAtStartedFollowedAndItsNamelessMoneyAttributed() throws Exception {
        var page = send(CamtText.statement("S")
                .ofAccount(account)
                .credit("B1", 10000, let.code(), "P", "", "")
                .credit("B2", 777, "", "Monsieur Xavier", "", "merci")
                .bytes());
        mvc.perform(get(page).with(as(officer)).locale(Locale.FRENCH))
                .andExpect(content().string(containsString("Rien n’est encore enregistré")))
                .andExpect(content().string(containsString("Monsieur Xavier")));
        mvc.perform(post(page + "/lancer").with(as(officer)).with(csrf())).andExpect(redirectedUrl(page));
        mvc.perform(get(page).header("HX-Request", "true").with(as(officer)))
                .andExpect(content().string(containsString("hx-trigger=\"every 1s\"")));
        runner.runAll();
        mvc.perform(get(page).with(as(officer))).andExpect(status().isOk());
        mvc.perform(get("/comptes/imports").with(as(officer)))
                .andExpect(content().string(containsString(page)));
        mvc.perform(get("/comptes/a-identifier").with(as(officer))).andExpect(status().isOk());
        var item = jdbc.sql("select max(id) from suspense_item where payer_name = 'Monsieur Xavier'")
                .query(Long.class)
                .single();
        jdbc.sql("insert ignore into household_word (household_id, word) values (?, ?)")
                .params(let.tenant().householdId(), "xs" + let.id())
                .update();
        mvc.perform(get("/comptes/a-identifier/" + item)
                        .param("q", "xs" + let.id())
                        .with(as(officer)))
                .andExpect(content().string(containsString("value=\"" + let.id() + "\"")));
        mvc.perform(post("/comptes/a-identifier/" + item + "/attribuer")
                        .param("bail", "" + let.id())
                        .with(as(officer))
                        .with(csrf()))
                .andExpect(redirectedUrl("/comptes/a-identifier"));
        mvc.perform(post("/comptes/a-identifier/" + item + "/ecarter")
                        .param("motif", "x")
                        .with(as(officer))
                        .with(csrf()))
                .andExpect(status().isConflict());
        assertThat(leases.balance(let.id())).isEqualTo(104620 - 10777);
    }

    @Test
    void theColumnsOfACsvAreNamedOnThePage() throws Exception {
        var page = send(("Qui" + let.id() + ";Quand;Quoi;Combien\n" + let.code() + ";05/11/2026;Loyer;10\n")
                .getBytes(StandardCharsets.UTF_8));
        mvc.perform(get(page).with(as(officer)).locale(Locale.FRENCH))
                .andExpect(content().string(containsString("Que contiennent les colonnes")));
        mvc.perform(post(page + "/colonnes")
                        .param("AMOUNT", "3")
                        .param("LEASE", "0")
                        .with(as(officer))
                        .with(csrf())
                        .locale(Locale.FRENCH))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Choisissez la colonne de la date")));
        mvc.perform(post(page + "/colonnes")
                        .param("AMOUNT", "3")
                        .param("LEASE", "0")
                        .param("VALUE_DATE", "1")
                        .param("KIND", "2")
                        .with(as(officer))
                        .with(csrf()))
                .andExpect(redirectedUrl(page));
        mvc.perform(get(page).with(as(officer)).locale(Locale.FRENCH))
                .andExpect(content().string(containsString("à confirmer")));
    }

    @Test
    void aFileThatIsNoneOfOursIsRefusedOnThePage() throws Exception {
        mvc.perform(multipart("/comptes/imports")
                        .file(new MockMultipartFile("fichier", "f.xml", "text/xml", "<a/>".getBytes()))
                        .with(as(officer))
                        .with(csrf())
                        .locale(Locale.FRENCH))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("ni un relevé camt.053")));
    }

    @Test
    void theErpSendsAFileFollowsItAndMaySendItAgain() throws Exception {
        var file = new MockMultipartFile(
                "file",
                "f.xml",
                "text/xml",
                CamtText.statement("S")
                        .ofAccount(account)
                        .credit("B1", 10000, let.code(), "P", "", "")
                        .bytes());
        var robot = people.somebody(Role.ADMINISTRATOR);
        var where = Objects.requireNonNull(mvc.perform(multipart("/api/v1/ledger-imports")
                        .file(file)
                        .header("Idempotency-Key", "k" + let.id())
                        .with(as(robot))
                        .with(csrf()))
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getHeader("Location"));
        runner.runAll();
        mvc.perform(get(where).with(as(robot)))
                .andExpect(jsonPath("$.state").value("DONE"))
                .andExpect(jsonPath("$.posted").value(1));
        mvc.perform(multipart("/api/v1/ledger-imports")
                        .file(new MockMultipartFile("file", "g.xml", "text/xml", "autre".getBytes()))
                        .header("Idempotency-Key", "k" + let.id())
                        .with(as(robot))
                        .with(csrf()))
                .andExpect(jsonPath("$.state").value("DONE"));
        mvc.perform(multipart("/api/v1/ledger-imports")
                        .file(file)
                        .with(as(robot))
                        .with(csrf()))
                .andExpect(jsonPath("$.posted").value(1));
        mvc.perform(multipart("/api/v1/ledger-imports")
                        .file(new MockMultipartFile(
                                "file", "h.csv", "text/csv", ("a;b" + let.id() + "\n1;2\n").getBytes()))
                        .with(as(robot))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        assertThat(leases.balance(let.id())).isEqualTo(94620);
    }
}
