package fr.allervers.inventory.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdditionPolicyTest {

    private static final MonthDay START = MonthDay.of(10, 15);

    @ParameterizedTest
    @CsvSource({
        // before it begins, in its first month, behind it
        "2026-06-01,2026-10-15",
        "2026-10-15,2026-10-15",
        "2026-11-01,2026-11-01",
        "2026-11-14,2026-11-14",
        "2026-11-15,2027-10-15",
        "2026-12-20,2027-10-15"
    })
    void theFirstHeatingPeriodIsTheOneThatTheTenantSeesBeginOrNearlySo(LocalDate keys, LocalDate from) {
        assertThat(AdditionPolicy.heatingFrom(keys, START, 31)).isEqualTo(from);
        assertThat(AdditionPolicy.heatingUntil(keys, START, 31)).isEqualTo(from.plusDays(31));
    }
}
