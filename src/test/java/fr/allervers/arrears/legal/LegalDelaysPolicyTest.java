package fr.allervers.arrears.legal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.arrears.legal.CafUnpaidPolicy.Rule;
import fr.allervers.arrears.settings.RulesOn;
import fr.allervers.arrears.settings.Setting;
import fr.allervers.ledger.Standing;
import java.time.LocalDate;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Legal days at their boundaries, with the rules as they count from 29 July 2023 and from 1 January 2027 on. */
class LegalDelaysPolicyTest {

    private final LegalDelaysPolicy delays = new LegalDelaysPolicy(LegalDelaysPolicyTest::rules);

    static RulesOn rules(LocalDate day) {
        var values = new EnumMap<Setting, Long>(Setting.class);
        values.put(Setting.CAF_REPORT, 2L);
        values.put(Setting.CAF_PLAN, 6L);
        values.put(Setting.CCAPEX_BEFORE_SUMMONS, 2L);
        values.put(Setting.GUARANTOR_TOLD, 15L);
        values.put(Setting.ORDER_TO_PAY_OLDER_LEASE, 2L);
        values.put(Setting.WINTER_TRUCE_FROM, 1101L);
        values.put(Setting.WINTER_TRUCE_TO, 331L);
        if (!day.isBefore(LocalDate.of(2023, 7, 29))) {
            values.put(Setting.ORDER_TO_PAY, 6L);
            values.put(Setting.PREFECT_BEFORE_HEARING, 6L);
        }
        if (day.isBefore(LocalDate.of(2027, 1, 1))) {
            values.put(Setting.CAF_UNPAID_MONTHS, 2L);
        } else {
            values.put(Setting.CAF_UNPAID_AMOUNT, 45_000L);
            values.put(Setting.CAF_UNPAID_AGE, 3L);
        }
        return new RulesOn(day, values);
    }

    private static Standing account(LocalDate on, long debt, long month, @Nullable LocalDate since) {
        return new Standing(1, 2, 3, on, debt, 0, month, 0, since, null, 0);
    }

    private static @Nullable Rule unpaid(String on, long debt, @Nullable String since) {
        var day = LocalDate.parse(on);
        return CafUnpaidPolicy.unpaid(
                        account(day, debt, 50_000, since == null ? null : LocalDate.parse(since)), rules(day))
                .orElse(null);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31, 99999, 2026-06-01, ",
        "2026-12-31, 100000, 2026-12-01, MONTHS_OWED",
        "2026-12-31, 45001, 2026-06-01, ",
        "2027-01-01, 45000, 2026-12-01, ",
        "2027-01-01, 45001, 2026-12-01, AMOUNT",
        "2027-01-01, 100, 2026-10-01, AGE",
        "2027-01-01, 100, 2026-10-02, ",
        "2027-01-02, 100, 2026-10-02, AGE",
        "2027-02-28, 100, 2026-11-30, AGE",
        "2027-02-27, 100, 2026-11-30, ",
        "2027-01-01, 0, , "
    })
    void theImpayeOfTheCafIsTwoMonthsUntilTheEndOf2026ThenMoreThan450EurosOrThreeMonthsOld(
            String on, long debt, @Nullable String since, @Nullable Rule rule) {
        assertThat(unpaid(on, debt, since)).isEqualTo(rule);
    }

    @Test
    void monthsOwedAreNetOfTheAidThatTheLandlordReceives() {
        var day = LocalDate.of(2026, 12, 31);
        var net = new Standing(1, 2, 3, day, 60_000, 0, 50_000, 20_000, LocalDate.of(2026, 11, 1), null, 0);
        assertThat(CafUnpaidPolicy.unpaid(net, rules(day))).contains(Rule.MONTHS_OWED);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-30, 2027-01-30", "2026-12-31, 2027-02-28", "2027-01-01, 2027-03-01", "2027-12-31, 2028-02-29"})
    void anImpayeIsReportedWithinTwoMonths(LocalDate unpaidOn, LocalDate by) {
        assertThat(delays.cafReportBy(unpaidOn)).isEqualTo(by);
    }

    @Test
    void theCafAwaitsAPlanForSixMonths() {
        assertThat(delays.cafPlanBy(LocalDate.of(2026, 8, 31))).isEqualTo(LocalDate.of(2027, 2, 28));
    }

    @Test
    void theGuarantorIsToldWithinFifteenDays() {
        assertThat(delays.guarantorBy(LocalDate.of(2026, 12, 20))).isEqualTo(LocalDate.of(2027, 1, 4));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31, false, 2027-02-11", "2026-12-31, true, 2027-02-28", "2027-03-01, false, 2027-04-12"})
    void anOrderToPayRunsSixWeeksOrTwoMonthsForOlderClauses(LocalDate served, boolean older, LocalDate ends) {
        assertThat(delays.orderEnds(served, older)).isEqualTo(ends);
    }

    @ParameterizedTest
    @CsvSource({"2023-07-28, true", "2023-07-29, false", "2023-07-30, false"})
    void leasesFromBeforeTheLawOf2023HaveTheOlderClause(LocalDate start, boolean older) {
        assertThat(delays.isOlderLease(start)).isEqualTo(older);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-15, 2027-01-15", "2027-04-30, 2027-02-28", "2027-08-31, 2027-06-30"})
    void theCcapexIsSeizedTwoMonthsBeforeTheSummons(LocalDate summons, LocalDate by) {
        assertThat(delays.ccapexBy(summons)).isEqualTo(by);
        assertThat(delays.summonsFrom(by)).isBeforeOrEqualTo(summons);
        assertThat(delays.summonsFrom(by.plusDays(1))).isAfterOrEqualTo(delays.summonsFrom(by));
    }

    @Test
    void theSummonsIsAdmissibleTwoMonthsAfterTheReferralNotADayBefore() {
        assertThat(delays.summonsFrom(LocalDate.of(2026, 12, 31))).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(delays.summonsFrom(LocalDate.of(2027, 1, 1))).isEqualTo(LocalDate.of(2027, 3, 1));
    }

    @Test
    void thePrefectIsToldSixWeeksBeforeTheHearing() {
        assertThat(delays.prefectBy(LocalDate.of(2027, 2, 11))).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-31, false, 2026-10-31",
        "2026-11-01, true, 2027-04-01",
        "2026-12-31, true, 2027-04-01",
        "2027-01-01, true, 2027-04-01",
        "2027-03-31, true, 2027-04-01",
        "2027-04-01, false, 2027-04-01"
    })
    void nobodyIsEvictedFromTheFirstOfNovemberToTheLastOfMarch(LocalDate day, boolean truce, LocalDate after) {
        assertThat(delays.isTruce(day)).isEqualTo(truce);
        assertThat(delays.afterTruce(day)).isEqualTo(after);
    }
}
