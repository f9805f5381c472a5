package fr.allervers.inventory.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WearPolicyTest {

    private static final WearLine PAINT = new WearLine("PAINT", 7, 1, 15, 10);
    private static final WearLine JOINERY = new WearLine("JOINERY", 20, 5, 6, 15);
    private static final LocalDate OUT = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({"0,100", "1,100", "2,85", "4,55", "6,25", "7,10", "8,10", "30,10"})
    void paintLosesFifteenPercentAYearAfterTheFirst(int age, int percent) {
        assertThat(WearPolicy.tenantPercent(PAINT, age)).isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({"5,100", "6,94", "19,16", "20,15", "21,15"})
    void aLineThatDoesNotEndWhereItsRateLeadsKeepsItsResidual(int age, int percent) {
        assertThat(WearPolicy.tenantPercent(JOINERY, age)).isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24,FLOOR,0",
        "2027-01-01,FLOOR,0",
        "2025-11-25,FLOOR,0",
        "2025-11-24,FLOOR,1",
        "2025-11-23,FLOOR,1",
        "2025-11-24,CEILING,1",
        "2025-11-23,CEILING,2",
        "2026-11-23,CEILING,1"
    })
    void ageIsCountedAsTheGridSays(LocalDate since, WearPolicy.Rounding rounding, int years) {
        assertThat(WearPolicy.age(since, OUT, rounding)).isEqualTo(years);
    }

    @Test
    void paintOfFourYearsAtFourHundredEurosIsTwoHundredAndTwenty() {
        var priced = ChargePolicy.price(
                40_000, BigDecimal.ONE, PAINT, LocalDate.of(2022, 11, 1), OUT, WearPolicy.Rounding.FLOOR);
        assertThat(priced.costCents()).isEqualTo(40_000);
        assertThat(priced.ageYears()).isEqualTo(4);
        assertThat(priced.shareCents()).isEqualTo(22_000);
        assertThat(priced.rule()).isEqualTo("4 ans : 100 % − 3 × 15 % = 55 %");
    }

    @Test
    void centsAreRoundedOnceHalvesUp() {
        // 2.35 m² at 22.00 € are 51.70 €; 85 % of it are 43.945 €.
        var priced = ChargePolicy.price(
                2_200, new BigDecimal("2.35"), PAINT, LocalDate.of(2024, 11, 1), OUT, WearPolicy.Rounding.FLOOR);
        assertThat(priced.costCents()).isEqualTo(5_170);
        assertThat(priced.shareCents()).isEqualTo(4_395);
    }

    @Test
    void whatDoesNotWearIsWhollyTheTenants() {
        var priced = ChargePolicy.price(2_500, new BigDecimal("2"), null, null, OUT, WearPolicy.Rounding.FLOOR);
        assertThat(priced.shareCents()).isEqualTo(5_000);
        assertThat(priced.ageYears()).isNull();
    }
}
