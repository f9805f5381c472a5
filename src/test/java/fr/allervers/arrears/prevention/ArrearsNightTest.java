package fr.allervers.arrears.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.arrears.settings.Setting;
import fr.allervers.ledger.AccountsMoved;
import fr.allervers.staff.Role;
import fr.allervers.testing.AtOnce;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The night's detection: every account in debt is looked at once, whatever is run twice, at once, or broken off. */
class ArrearsNightTest extends ArrearsFixture {

    @Autowired
    ArrearsNight night;

    @Autowired
    NightDetection detection;

    private List<Long> casesOf(long lease) {
        return jdbc.sql("select id from arrears_case where lease_id = ? order by id")
                .param(lease)
                .query(Long.class)
                .list();
    }

    private void on(String day) {
        at(day + "T06:00");
        jdbc.sql("delete from arrears_night where night = ?").param(day).update();
        people.signOut();
    }

    private long instances(long id) {
        return jdbc.sql(
                        "select count(*) from ACT_RU_EXECUTION where BUSINESS_KEY_ = ? and PROC_DEF_ID_ like 'unpaid-rent-prevention:%'")
                .param(Long.toString(id))
                .query(Long.class)
                .single();
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2026-11-22, false", "2026-11-23, true", "2026-11-24, true"})
    void aCaseOpensOnceTheDebtHasTheAgeSet(String day, boolean opens) {
        on(day);
        night.run();
        assertThat(casesOf(leaseId)).hasSize(opens ? 1 : 0);
    }

    @ParameterizedTest(name = "{0} cents: {1}")
    @CsvSource({"2999, false", "3000, true"})
    void aSmallDebtOpensNoCase(long cents, boolean opens) {
        on("2026-11-25");
        var lease = lease(tenants.tenant());
        owes(lease, cents, DUE);
        night.run();
        assertThat(casesOf(lease)).hasSize(opens ? 1 : 0);
    }

    @Test
    void theCaseKeepsTheRuleAndTheAccountByWhichItWasOpened() {
        on("2026-11-26");
        night.run();
        var id = casesOf(leaseId).get(0);
        assertThat(column(id, "rule")).isEqualTo("rule_age");
        assertThat(column(id, "rule_version")).isEqualTo("1");
        assertThat(of(id).since()).isEqualTo(DUE);
        assertThat(of(id).debtCents()).isEqualTo(RENT);
        assertThat(runs(id)).isTrue();
        assertThat(told(id)).containsExactly("Dossier d’impayé ouvert : Loyer impayé depuis le délai fixé");
        assertThat(column(id, "next_act")).isEqualTo("WAIT_STEP");
    }

    @Test
    void aVersionOfTheRuleThatIsNotDeployedCannotBeDated() {
        people.signIn(people.somebody(Role.ADMINISTRATOR));
        assertThatThrownBy(
                        () -> settings.add(Setting.OPENING_TABLE, LocalDate.of(2030, 1, 1), 99L, "Délibération", false))
                .hasMessage("arrears.error.setting-table");
        people.signOut();
    }

    @Test
    void aNightRunTwiceOpensNothingTwice() {
        on("2026-11-27");
        night.run();
        assertThat(night.isDone()).isTrue();
        assertThat(night.run()).isZero();
        assertThat(night.runAgain()).isZero();
        on("2026-11-28");
        night.run();
        assertThat(casesOf(leaseId)).hasSize(1);
        assertThat(instances(casesOf(leaseId).get(0))).isEqualTo(1);
    }

    @Test
    void fourNodesAtOnceOpenOneCase() throws Exception {
        on("2026-11-29");
        AtOnce.times(4, night::run);
        assertThat(casesOf(leaseId)).hasSize(1);
        assertThat(instances(casesOf(leaseId).get(0))).isEqualTo(1);
    }

    @Test
    void twoPeopleWhoOpenAtOnceGetTheSameCase() throws Exception {
        var opened = AtOnce.times(2, () -> {
            people.signIn(officer);
            return opened();
        });
        assertThat(opened.get(0)).isEqualTo(opened.get(1));
        assertThat(casesOf(leaseId)).hasSize(1);
        assertThat(instances(casesOf(leaseId).get(0))).isEqualTo(1);
    }

    @Test
    void aNightBrokenOffBetweenSlicesGoesOnWhereItStood() {
        on("2026-12-01");
        var later = lease(tenants.tenant());
        owes(later, RENT, DUE);
        detection.begin(LocalDate.of(2026, 12, 1));
        jdbc.sql("update arrears_night set after_lease_id = ? where night = '2026-12-01'")
                .param(leaseId)
                .update();
        night.run();
        assertThat(casesOf(leaseId)).isEmpty();
        assertThat(casesOf(later)).hasSize(1);
        assertThat(night.runAgain()).isPositive();
        assertThat(casesOf(leaseId)).hasSize(1);
        assertThat(casesOf(later)).hasSize(1);
    }

    @Test
    void casesListedBeforeACrashAreStartedByTheNextRunOnce() {
        on("2026-12-02");
        detection.begin(LocalDate.of(2026, 12, 2));
        while (detection.listNext(LocalDate.of(2026, 12, 2))) {
            // all slices, then the machine dies
        }
        var id = casesOf(leaseId).get(0);
        assertThat(instances(id)).isZero();
        night.run();
        assertThat(instances(id)).isEqualTo(1);
        assertThat(column(id, "launch")).isEqualTo("STARTED");
        night.run();
        assertThat(instances(id)).isEqualTo(1);
    }

    @Test
    void whoPaidBetweenTheListingAndTheStartGetsNothing() {
        on("2026-12-03");
        detection.begin(LocalDate.of(2026, 12, 3));
        while (detection.listNext(LocalDate.of(2026, 12, 3))) {
            // all slices
        }
        pays(RENT, LocalDate.of(2026, 12, 3));
        night.run();
        var id = casesOf(leaseId).get(0);
        until("2026-12-03T10:00");
        isClosed(id);
        assertThat(written(id)).isEmpty();
    }

    @Test
    void theNightBringsFiguresAndActsOfOpenCasesUpToDate() {
        var id = opened();
        untilCall();
        assertThat(column(id, "urgency")).isEqualTo(Integer.toString(Urgency.WEEK.ordinal()));
        owes(leaseId, 1_000, LocalDate.of(2026, 11, 20));
        jdbc.sql("update arrears_case set debt_cents = 1 where id = ?")
                .param(id)
                .update();
        on("2026-12-04");
        night.run();
        assertThat(of(id).debtCents()).isEqualTo(RENT + 1_000);
        assertThat(column(id, "urgency")).isEqualTo(Integer.toString(Urgency.LATE.ordinal()));
    }

    @Test
    void anImportOfManyAccountsIsLookedAtByTheSweep() {
        var id = opened();
        jdbc.sql(
                        "insert into rent_entry (lease_id, kind, side, means, amount_cents, value_on, due_on, period, label, booked_at, booked_by, entry_key) values (?, 'PAYMENT', 'C', 'TRANSFER', ?, '2026-11-22', '2026-11-22', '2026-11-01', 'Virement', now(3), 'test', random_bytes(16))")
                .params(leaseId, -RENT)
                .update();
        transaction.executeWithoutResult(status -> watch.mark(new AccountsMoved(Set.of(leaseId))));
        assertThat(of(id).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(watch.sweep()).isPositive();
        isClosed(id);
        assertThat(watch.sweep()).isZero();
    }
}
