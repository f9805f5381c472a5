package fr.allervers.arrears.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.arrears.plan.PlanTermsPolicy.Refusal;
import fr.allervers.arrears.settings.RulesOn;
import fr.allervers.arrears.settings.Setting;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instalments: their days, their amounts to the cent, and which terms may be agreed. */
class PlanTermsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    static RulesOn rules() {
        return new RulesOn(
                TODAY,
                Map.of(
                        Setting.PLAN_LONGEST, 36L,
                        Setting.CAF_SMALL_DEBT, 10_000L,
                        Setting.CAF_SMALL_PLAN, 36L,
                        Setting.PLAN_LEFT_TO_LIVE, 1_000L,
                        Setting.PLAN_EFFORT, 40L));
    }

    private static PlanTerms terms(
            long debt, long first, @Nullable LocalDate firstOn, long month, String from, int day) {
        return new PlanTerms(debt, first, firstOn, month, YearMonth.parse(from), day);
    }

    @Test
    void instalmentsOnThe31stFallOnTheLastDayOfShorterMonthsAndComeBackToThe31st() {
        assertThat(terms(60_000, 0, null, 10_000, "2026-12", 31).schedule())
                .extracting(Instalment::dueOn)
                .containsExactly(
                        LocalDate.of(2026, 12, 31),
                        LocalDate.of(2027, 1, 31),
                        LocalDate.of(2027, 2, 28),
                        LocalDate.of(2027, 3, 31),
                        LocalDate.of(2027, 4, 30),
                        LocalDate.of(2027, 5, 31));
    }

    @Test
    void februaryOfALeapYearHas29Days() {
        assertThat(terms(20_000, 0, null, 10_000, "2028-02", 30).schedule())
                .extracting(Instalment::dueOn)
                .containsExactly(LocalDate.of(2028, 2, 29), LocalDate.of(2028, 3, 30));
    }

    @ParameterizedTest
    @CsvSource({
        "100001, 0, 3333, 31, 11",
        "100000, 0, 10000, 10, 10000",
        "100000, 33333, 7001, 10, 3658",
        "99, 0, 99, 1, 99",
        "360000, 0, 10000, 36, 10000"
    })
    void theSumIsTheDebtToTheCentAndTheLastInstalmentTakesTheRest(
            long debt, long first, long month, int months, long last) {
        var schedule = terms(debt, first, first == 0 ? null : TODAY, month, "2026-12", 5)
                .schedule();
        assertThat(schedule.stream().mapToLong(Instalment::cents).sum()).isEqualTo(debt);
        assertThat(schedule).hasSize(months + (first == 0 ? 0 : 1)).allMatch(one -> one.cents() > 0);
        assertThat(schedule.get(schedule.size() - 1).cents()).isEqualTo(last);
    }

    @Test
    void aDebtThatTheFirstPaymentSettlesHasNoInstalment() {
        assertThat(terms(5_000, 5_000, TODAY, 0, "2026-12", 5).schedule())
                .containsExactly(new Instalment(0, TODAY, 5_000));
    }

    @ParameterizedTest
    @CsvSource({
        "360000, 10000, ",
        "360001, 10000, TOO_LONG",
        "0, 10000, NO_DEBT",
        "-1, 10000, NO_DEBT",
        "10000, 0, INSTALMENT",
        "10000, 99, INSTALMENT",
        "3600, 100, ",
        "10000, 10001, INSTALMENT"
    })
    void aPlanLastsAtMostAsLongAsTheSettingSays(long debt, long month, @Nullable Refusal refusal) {
        assertThat(PlanTermsPolicy.refusal(terms(debt, 0, null, month, "2026-12", 5), rules(), TODAY, false)
                        .orElse(null))
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11, 23, BEGINS_IN_PAST",
        "2026-11, 24, ",
        "2027-02, 24, ",
        "2027-02, 25, BEGINS_LATE",
        "2026-12, 0, DAY",
        "2026-12, 32, DAY"
    })
    void theFirstInstalmentIsTodayAtTheEarliestAndWithinThreeMonths(String month, int day, @Nullable Refusal refusal) {
        assertThat(PlanTermsPolicy.refusal(terms(10_000, 0, null, 1_000, month, day), rules(), TODAY, false)
                        .orElse(null))
                .isEqualTo(refusal);
    }

    @Test
    void aFirstPaymentNeedsADayNotInThePastAndIsNoMoreThanTheDebt() {
        var none = terms(10_000, 2_000, null, 1_000, "2026-12", 5);
        var past = terms(10_000, 2_000, TODAY.minusDays(1), 1_000, "2026-12", 5);
        var today = terms(10_000, 2_000, TODAY, 1_000, "2026-12", 5);
        var after = terms(10_000, 2_000, TODAY.plusDays(30), 1_000, "2026-12", 5);
        var more = terms(10_000, 10_001, TODAY, 1_000, "2026-12", 5);
        assertThat(PlanTermsPolicy.refusal(none, rules(), TODAY, false)).contains(Refusal.FIRST_PAYMENT_DAY);
        assertThat(PlanTermsPolicy.refusal(past, rules(), TODAY, false)).contains(Refusal.FIRST_PAYMENT_DAY);
        assertThat(PlanTermsPolicy.refusal(today, rules(), TODAY, false)).isEmpty();
        assertThat(PlanTermsPolicy.refusal(after, rules(), TODAY, false)).contains(Refusal.BEGINS_IN_PAST);
        assertThat(PlanTermsPolicy.refusal(more, rules(), TODAY, false)).contains(Refusal.FIRST_PAYMENT);
    }

    @ParameterizedTest
    @CsvSource({"9999, true", "10000, true", "10001, false"})
    void debtsUpToAHundredEurosFollowTheSimplifiedProcedureOfTheCaf(long debt, boolean small) {
        assertThat(PlanTermsPolicy.isSmall(terms(debt, 0, null, 1_000, "2026-12", 5), rules()))
                .isEqualTo(small);
    }

    @Test
    void theSimplifiedPlanOfTheCafEndsWithinThreeYears() {
        // 36 instalments of 1 € from February 2027 end in January 2030: more than three years from today.
        var late = terms(3_600, 0, null, 100, "2027-02", 5);
        assertThat(PlanTermsPolicy.refusal(late, rules(), TODAY, true)).contains(Refusal.TOO_LONG_FOR_CAF);
        assertThat(PlanTermsPolicy.refusal(late, rules(), TODAY, false)).isEmpty();
        assertThat(PlanTermsPolicy.refusal(terms(3_600, 0, null, 100, "2026-12", 5), rules(), TODAY, true))
                .isEmpty();
    }
}
