package fr.allervers.messaging.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.shared.WorkingTime;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursPolicyTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final QuietHoursPolicy policy =
            new QuietHoursPolicy(LocalTime.of(8, 0), LocalTime.of(21, 30), new WorkingTime()::isHoliday);

    @ParameterizedTest(name = "{0} → {1} ({2})")
    @CsvSource({
        "2026-11-24T07:59, 2026-11-24T08:00, a minute before",
        "2026-11-24T07:59:59.999, 2026-11-24T08:00, a millisecond before",
        "2026-11-24T08:00, 2026-11-24T08:00, at the opening",
        "2026-11-24T12:00, 2026-11-24T12:00, at noon",
        "2026-11-24T21:29:59, 2026-11-24T21:29:59, the last second",
        "2026-11-24T21:30, 2026-11-25T08:00, at the closing",
        "2026-11-24T23:59, 2026-11-25T08:00, by night",
        "2026-11-25T00:00, 2026-11-25T08:00, at midnight",
        "2026-11-28T12:00, 2026-11-28T12:00, on a Saturday",
        "2026-11-28T21:30, 2026-11-30T08:00, on a Saturday evening",
        "2026-11-29T12:00, 2026-11-30T08:00, on a Sunday",
        "2026-11-11T10:00, 2026-11-12T08:00, on Armistice Day",
        "2026-12-24T22:00, 2026-12-26T08:00, on Christmas Eve",
        "2027-05-01T10:00, 2027-05-03T08:00, on a first of May before a Sunday",
        "2027-03-27T22:00, 2027-03-30T08:00, before Easter Monday and over the spring change",
        "2026-10-24T22:00, 2026-10-26T08:00, over the autumn change",
        "2026-03-28T22:00, 2026-03-30T08:00, over the spring change"
    })
    void anInformativeMessageLeavesThen(LocalDateTime wanted, LocalDateTime leaves, String when) {
        var at = wanted.atZone(PARIS).toInstant();
        assertThat(policy.allowedFrom(at)).isEqualTo(leaves.atZone(PARIS).toInstant());
        assertThat(policy.allows(at)).isEqualTo(wanted.equals(leaves));
    }

    @Test
    void anOpeningAfterTheClosingIsRefused() {
        assertThatThrownBy(() -> new QuietHoursPolicy(LocalTime.of(20, 0), LocalTime.of(8, 0), day -> false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
