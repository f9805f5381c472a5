package fr.allervers.outreach.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeklyCallPolicyTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest(name = "agreed {0}, {1} at {2}: first call {3}")
    @CsvSource({
        "2026-11-24T09:00, TUESDAY, 10:00, 2026-12-01T10:00",
        "2026-11-23T23:59, TUESDAY, 10:00, 2026-11-24T10:00",
        "2026-11-24T10:00, WEDNESDAY, 09:30, 2026-11-25T09:30",
        "2026-11-24T10:00, MONDAY, 18:00, 2026-11-30T18:00",
    })
    void theFirstCallIsOnALaterDay(String agreed, DayOfWeek day, LocalTime time, String first) {
        assertThat(new WeeklyCallPolicy(day, time, PARIS).first(AbstractFollowUpTest.paris(agreed)))
                .isEqualTo(AbstractFollowUpTest.paris(first));
    }

    @ParameterizedTest(name = "after {0}, at {1}: {2}")
    @CsvSource({
        // the clocks go back on Sunday 25 October 2026 and forward on Sunday 28 March 2027
        "2026-10-20T10:00, 2026-10-20T10:20, 2026-10-27T10:00",
        "2026-10-18T19:00, 2026-10-18T19:20, 2026-10-25T19:00",
        "2027-03-23T10:00, 2027-03-23T10:20, 2027-03-30T10:00",
        "2027-03-21T08:00, 2027-03-21T08:20, 2027-03-28T08:00",
        "2026-12-29T10:00, 2026-12-29T10:20, 2027-01-05T10:00",
        // noted late: the weeks gone by are left out, the same minute included
        "2026-11-24T10:00, 2026-12-01T09:59, 2026-12-01T10:00",
        "2026-11-24T10:00, 2026-12-01T10:00, 2026-12-08T10:00",
        "2026-11-24T10:00, 2026-12-20T10:00, 2026-12-22T10:00",
    })
    void theNextCallIsAtTheSameTimeOnTheTenantsClock(String scheduled, String now, String next) {
        var at = AbstractFollowUpTest.paris(scheduled).atZone(PARIS);
        assertThat(new WeeklyCallPolicy(at.getDayOfWeek(), at.toLocalTime(), PARIS)
                        .next(at.toInstant(), AbstractFollowUpTest.paris(now)))
                .isEqualTo(AbstractFollowUpTest.paris(next));
    }

    @ParameterizedTest
    @CsvSource({"07:59, false", "08:00, true", "20:00, true", "20:01, false"})
    void peopleAreCalledFromEightToEight(LocalTime time, boolean decent) {
        assertThat(WeeklyCallPolicy.isDecent(time)).isEqualTo(decent);
    }
}
