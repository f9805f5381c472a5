package fr.allervers.arrears.prevention;

import static fr.allervers.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.arrears.settings.Setting;
import fr.allervers.staff.Role;
import fr.allervers.testing.Statements;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The worktray, a case's page, and the settings, as people ask for them. */
class ArrearsPagesTest extends ArrearsFixture {

    @Autowired
    Worktray tray;

    private long anotherCase(long cents) {
        var lease = lease(tenants.tenant(tenant.agencyId()));
        owes(lease, cents, DUE);
        return cases.open(lease, "Loyer impayé");
    }

    private TrayFilter all() {
        return new TrayFilter(null, null, null, null);
    }

    @Test
    void theMostUrgentComesFirstThenTheLargestDebt() {
        var small = opened();
        var large = anotherCase(RENT + 1);
        var urgent = anotherCase(10_000);
        cases.planSigned(urgent);
        cases.planBroken(urgent);
        assertThat(tray.page(all(), null).items()).extracting(TrayLine::id).containsExactly(urgent, large, small);
    }

    @Test
    void filtersByActStatusAndAmountAndCountsTheActs() {
        var waiting = opened();
        var paused = anotherCase(80_000);
        cases.pause(paused, PauseReason.HOSPITAL, LocalDate.of(2026, 12, 9), "");
        assertThat(tray.page(new TrayFilter(null, "WAIT_PAUSE", null, null), null)
                        .items())
                .extracting(TrayLine::id)
                .containsExactly(paused);
        assertThat(tray.page(new TrayFilter(null, null, CaseStatus.OPEN, null), null)
                        .items())
                .extracting(TrayLine::id)
                .containsExactly(waiting);
        assertThat(tray.page(new TrayFilter(null, null, null, 80_000L), null).items())
                .extracting(TrayLine::id)
                .containsExactly(paused);
        assertThat(tray.page(new TrayFilter(null, null, null, 80_001L), null).items())
                .isEmpty();
        assertThat(tray.acts(all())).isEqualTo(Map.of("WAIT_PAUSE", 1L, "WAIT_STEP", 1L));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetitionAndCostTheSame() throws Exception {
        for (var n = 0; n < 35; n++) {
            anotherCase(20_000 + n % 3);
        }
        var first = tray.page(all(), null);
        var second = tray.page(all(), first.next());
        assertThat(first.items()).hasSize(30);
        assertThat(second.items()).hasSize(5);
        assertThat(second.next()).isNull();
        assertThat(first.items())
                .extracting(TrayLine::id)
                .doesNotContainAnyElementsOf(
                        second.items().stream().map(TrayLine::id).toList());
        var full = Statements.during(
                () -> mvc.perform(get("/impayes").with(as(officer))).andExpect(status().isOk()));
        var rest = Statements.during(
                () -> mvc.perform(get("/impayes").param("apres", first.next()).with(as(officer)))
                        .andExpect(status().isOk()));
        assertThat(full).isEqualTo(rest);
    }

    @Test
    void aClosedCaseLeavesTheTrayAndAnotherAgencySeesNothing() {
        opened();
        var other = people.somebodyOf(tenants.agency(), Role.RENT_OFFICER);
        people.signIn(other);
        assertThat(tray.page(all(), null).items()).isEmpty();
        assertThat(tray.page(new TrayFilter(tenant.agencyId(), null, null, null), null)
                        .items())
                .isEmpty();
        people.signIn(officer);
        pays(RENT, LocalDate.now(clock));
        assertThat(tray.page(all(), null).items()).isEmpty();
    }

    @Test
    void anAnonymisedCaseHasNoCardAndKeepsNoOtherFromHavingOne() {
        var id = opened();
        var other = tenants.tenant();
        var theirs = lease(other);
        owes(theirs, RENT, DUE);
        people.signIn(people.somebodyOf(other.agencyId(), Role.RENT_OFFICER));
        var otherId = cases.open(theirs, "Loyer impayé");
        jdbc.sql("update arrears_case set household_id = null, lease_id = null where id = ?")
                .param(id)
                .update();
        var kind = kinds.stream()
                .filter(one -> one.key().equals(ArrearsCases.KIND))
                .findFirst()
                .orElseThrow();
        assertThat(kind.cards(List.of(id, otherId))).containsOnlyKeys(otherId);
        jdbc.sql("update arrears_case set household_id = ?, lease_id = ? where id = ?")
                .params(tenant.householdId(), leaseId, id)
                .update();
    }

    @ParameterizedTest(name = "?{0}={1}")
    @CsvSource({"agence, x", "acte, <b>", "etat, NIX", "montant, abc", "apres, 1_2", "montant, -5"})
    void whatIsNoFilterIsPassedOver(String name, String value) throws Exception {
        opened();
        mvc.perform(get("/impayes").param(name, value).with(as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Garnier")));
    }

    @Test
    void theListShowsTheActItsReasonAndTheAmount() throws Exception {
        opened();
        untilCall();
        mvc.perform(get("/impayes").with(as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Appeler")))
                .andExpect(content().string(containsString("Le message du 23 novembre est resté sans réponse")))
                .andExpect(content().string(containsString("523,40")));
    }

    @Test
    void theCasePageShowsTheAccountAndItsActsToThoseWhoMay() throws Exception {
        var id = opened();
        mvc.perform(get("/impayes/" + id).with(as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("523,40")))
                .andExpect(content().string(containsString("tel:" + tenant.mobile())))
                .andExpect(content().string(containsString("Mettre en pause")))
                .andExpect(content().string(not(containsString("Clore sans attendre"))));
        mvc.perform(get("/impayes/" + id).with(as(people.somebodyOf(tenant.agencyId(), Role.FIELD_MANAGER))))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Mettre en pause"))));
        mvc.perform(get("/impayes/" + id).with(as(people.somebodyOf(tenants.agency(), Role.RENT_OFFICER))))
                .andExpect(status().isForbidden());
        mvc.perform(get("/impayes/999999999").with(as(officer))).andExpect(status().isNotFound());
        mvc.perform(get("/dossiers/unpaid-rent-prevention/" + id).with(as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/impayes/" + id)));
    }

    @Test
    void actsOnThePageDoWhatTheySay() throws Exception {
        var id = opened();
        send(id, "promesse", "jour", "2026-12-01");
        assertThat(of(id).pausedUntil()).isEqualTo(LocalDate.of(2026, 12, 2));
        send(id, "reprise", "x", "x");
        assertThat(of(id).status()).isEqualTo(CaseStatus.OPEN);
        mvc.perform(post("/impayes/" + id + "/contestation")
                        .param("montant", "100,50")
                        .param("motif", "Chauffage")
                        .with(as(officer))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(of(id).collectableCents()).isEqualTo(RENT - 10_050);
        send(id, "contentieux", "x", "x");
        assertThat(of(id).status()).isEqualTo(CaseStatus.LITIGATION);
        send(id, "retour", "x", "x");
        jobs.runDue();
        assertThat(open(id)).containsExactly("decide-next");
        send(id, "note", "note", "A rappelé");
        assertThat(timeline.ofCase(ArrearsCases.ref(id), false)).anyMatch(entry -> "A rappelé".equals(entry.detail()));
    }

    private void send(long id, String act, String name, String value) throws Exception {
        mvc.perform(post("/impayes/" + id + "/" + act)
                        .param(name, value)
                        .with(as(officer))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void thresholdsChangeOnTheirDayAndNotTheDayBefore() {
        assertThat(settings.at(LocalDate.of(2026, 12, 31)).find(Setting.CAF_UNPAID_MONTHS))
                .isEqualTo(OptionalLong.of(2));
        assertThat(settings.at(LocalDate.of(2026, 12, 31)).find(Setting.CAF_UNPAID_AMOUNT))
                .isEmpty();
        assertThat(settings.at(LocalDate.of(2027, 1, 1)).find(Setting.CAF_UNPAID_MONTHS))
                .isEmpty();
        assertThat(settings.at(LocalDate.of(2027, 1, 1)).cents(Setting.CAF_UNPAID_AMOUNT))
                .isEqualTo(45_000);
        assertThat(settings.at(LocalDate.of(2027, 1, 1)).count(Setting.CAF_UNPAID_AGE))
                .isEqualTo(3);
    }

    @Test
    void everySettingHasAValueAndASourceAndSaysWhatIsToBeConfirmed() throws Exception {
        assertThat(settings.values()).extracting("setting").contains((Object[]) Setting.values());
        var supervisor = people.somebodyOf(tenant.agencyId(), Role.SUPERVISOR);
        mvc.perform(get("/impayes/reglages").with(as(supervisor)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("à confirmer")))
                .andExpect(content().string(containsString("Loi 89-462 art. 24 I")))
                .andExpect(content().string(not(containsString("Ajouter une valeur"))));
        mvc.perform(get("/impayes/reglages").with(as(officer))).andExpect(status().isForbidden());
    }

    @Test
    void anAdministratorAddsAValueForADayToComeOnly() throws Exception {
        var administrator = people.somebody(Role.ADMINISTRATOR);
        people.signIn(administrator);
        change("2026-11-23", "40", 422);
        change("2031-05-01", "abc", 422);
        change("2031-05-01", "400", 422);
        change("2031-05-01", "7", 302);
        change("2031-05-01", "8", 409);
        assertThat(settings.at(LocalDate.of(2031, 4, 30)).count(Setting.LADDER_SMS))
                .isEqualTo(5);
        assertThat(settings.at(LocalDate.of(2031, 5, 1)).count(Setting.LADDER_SMS))
                .isEqualTo(7);
    }

    private void change(String from, String value, int expected) throws Exception {
        mvc.perform(post("/impayes/reglages")
                        .param("reglage", "LADDER_SMS")
                        .param("jour", from)
                        .param("valeur", value)
                        .param("source", "Essai")
                        .with(as(people.somebody(Role.ADMINISTRATOR)))
                        .with(csrf()))
                .andExpect(status().is(expected));
    }
}
