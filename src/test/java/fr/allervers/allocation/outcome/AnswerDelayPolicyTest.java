package fr.allervers.allocation.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.shared.WorkingTime;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerDelayPolicyTest {

    private final WorkingTime time = new WorkingTime();

    @ParameterizedTest
    @CsvSource({
        // Tuesday, told on Tuesday 24 November: the tenth day is Friday 4 December.
        "2026-11-24, 2026-12-04",
        // Wednesday: Saturday 5 becomes Monday 7.
        "2026-11-25, 2026-12-07",
        // Thursday: Sunday 6 becomes Monday 7.
        "2026-11-26, 2026-12-07",
        "2026-11-27, 2026-12-07",
        // The tenth day is Christmas, a Friday: Monday 28.
        "2026-12-15, 2026-12-28",
        // Easter Monday is off: Tuesday.
        "2027-03-19, 2027-03-30",
        // 1 May 2027 is a Saturday.
        "2027-04-21, 2027-05-03",
    })
    void theDelayIsCountedFromTheDayAfterAndEndsOnAWorkingDay(LocalDate notified, LocalDate answerBy) {
        assertThat(AnswerDelayPolicy.answerBy(notified, 10, time::nextWorkingDay))
                .isEqualTo(answerBy);
    }

    @Test
    void aLandlordMayGiveMore() {
        assertThat(AnswerDelayPolicy.answerBy(LocalDate.of(2026, 11, 24), 15, time::nextWorkingDay))
                .isEqualTo(LocalDate.of(2026, 12, 9));
    }
}
