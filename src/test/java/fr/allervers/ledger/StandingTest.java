package fr.allervers.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Months owed, age and collectable part, at their boundaries. */
class StandingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private static Standing standing(long balance, long held, long gross, long aid, @Nullable LocalDate since) {
        return new Standing(1, 2, 3, DAY, balance, held, gross, aid, since, null, 0);
    }

    @ParameterizedTest
    @CsvSource({
        // balance, gross, aid, months shown, owes two months
        "99999, 50000, 0, 1.9, false",
        "100000, 50000, 0, 2.0, true",
        "100001, 50000, 0, 2.0, true",
        "59999, 50000, 20000, 1.9, false",
        "60000, 50000, 20000, 2.0, true",
        "60000, 50000, 50000, 1.2, false",
        "100000, 50000, 60000, 2.0, true",
        "100000, 0, 0, 0.0, false",
        "0, 50000, 0, 0.0, false",
        "-100000, 50000, 0, 0.0, false"
    })
    void monthsAreCountedNetOfTheAidThatTheLandlordReceives(
            long balance, long gross, long aid, String shown, boolean twoMonths) {
        var standing = standing(balance, 0, gross, aid, null);
        assertThat(standing.monthsOwed()).hasToString(shown);
        assertThat(standing.owesMonths(2)).isEqualTo(twoMonths);
    }

    @ParameterizedTest
    @CsvSource({
        "10000, 0, 10000",
        "10000, 4000, 6000",
        "10000, 10000, 0",
        "10000, 12000, 0",
        "-10000, 0, 0",
        "-10000, 5000, 0"
    })
    void whatIsHeldIsNotCollectable(long balance, long held, long collectable) {
        assertThat(standing(balance, held, 0, 0, null).collectableCents()).isEqualTo(collectable);
    }

    @Test
    void theDebtIsADayOldOnTheDayAfterItWasDue() {
        assertThat(standing(1, 0, 0, 0, DAY).daysOwed()).isZero();
        assertThat(standing(1, 0, 0, 0, DAY.minusDays(1)).daysOwed()).isEqualTo(1);
        assertThat(standing(0, 0, 0, 0, null).daysOwed()).isZero();
    }
}
