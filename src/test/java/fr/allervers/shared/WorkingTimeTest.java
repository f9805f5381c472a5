package fr.allervers.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {

    private final WorkingTime workingTime = new WorkingTime();

    private static Instant paris(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Paris")).toInstant();
    }

    @ParameterizedTest(name = "two working hours after {0} is {1}")
    @CsvSource({
        "2026-11-24T09:00, 2026-11-24T11:00",
        "2026-11-24T10:00, 2026-11-24T12:00",
        "2026-11-24T11:00, 2026-11-24T15:00",
        "2026-11-24T12:30, 2026-11-24T16:00",
        "2026-11-24T16:30, 2026-11-25T10:30",
        "2026-11-24T07:00, 2026-11-24T11:00",
        "2026-11-27T16:59, 2026-11-30T10:59",
        "2026-11-28T11:00, 2026-11-30T11:00",
        "2026-12-24T16:00, 2026-12-28T10:00",
        // daylight saving ends on Sunday 25 October 2026 and begins on Sunday 28 March 2027
        "2026-10-23T16:00, 2026-10-26T10:00",
        "2027-03-26T16:00, 2027-03-30T10:00",
    })
    void workingHoursSkipNightsLunchWeekendsAndHolidays(String from, String to) {
        assertThat(workingTime.plusWorkingHours(paris(from), 2)).isEqualTo(paris(to));
    }

    @ParameterizedTest(name = "two working days after {0} is {1}")
    @CsvSource({
        "2026-11-24T10:15, 2026-11-26T10:15",
        "2026-11-26T10:15, 2026-11-30T10:15",
        "2026-11-28T10:15, 2026-12-01T10:15",
        "2026-10-23T10:15, 2026-10-27T10:15",
        // Easter Monday 2027 is 29 March, the day after the clocks go forward
        "2027-03-26T10:15, 2027-03-31T10:15",
    })
    void workingDaysKeepTheTimeOfDay(String from, String to) {
        assertThat(workingTime.plusWorkingDays(paris(from), 2)).isEqualTo(paris(to));
    }

    @Test
    void publicHolidaysAreNotWorked() {
        assertThat(workingTime.isWorkingDay(LocalDate.of(2026, 11, 11))).isFalse();
        assertThat(workingTime.isWorkingDay(LocalDate.of(2026, 11, 10))).isTrue();
        assertThat(workingTime.nextWorkingDay(LocalDate.of(2026, 12, 25))).isEqualTo(LocalDate.of(2026, 12, 28));
    }
}
