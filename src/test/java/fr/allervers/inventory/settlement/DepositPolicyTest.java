package fr.allervers.inventory.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepositPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-24,1,2026-12-24",
        "2026-11-24,2,2027-01-24",
        "2027-01-31,1,2027-02-28",
        "2026-12-31,2,2027-02-28"
    })
    void theDepositIsDueSoManyMonthsAfterTheKeys(LocalDate keys, int months, LocalDate due) {
        assertThat(DepositPolicy.dueOn(keys, months)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-23,0", "2026-12-24,0", "2026-12-25,1", "2027-01-24,1", "2027-01-25,2"})
    void aMonthBegunIsAMonthLate(LocalDate on, int months) {
        assertThat(DepositPolicy.monthsLate(LocalDate.of(2026, 12, 24), on)).isEqualTo(months);
    }

    @Test
    void latenessCostsATenthOfTheRentAMonth() {
        var due = LocalDate.of(2026, 12, 24);
        assertThat(DepositPolicy.penaltyCents(due, LocalDate.of(2027, 1, 25), 41_235, 10, "5 rue Neuve"))
                .isEqualTo(2 * 4_124);
    }

    @Test
    void nothingIsDueToWhoDoesNotSayWhereTheyLive() {
        var due = LocalDate.of(2026, 12, 24);
        assertThat(DepositPolicy.penaltyCents(due, LocalDate.of(2027, 6, 1), 41_235, 10, null))
                .isZero();
        assertThat(DepositPolicy.penaltyCents(due, LocalDate.of(2027, 6, 1), 41_235, 10, " "))
                .isZero();
    }
}
