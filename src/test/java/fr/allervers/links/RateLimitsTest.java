package fr.allervers.links;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.testing.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final MovableClock clock = new MovableClock();
    private final RateLimits limits = new RateLimits(clock, 20, 3);

    @AfterEach
    void afterwards() {
        clock.reset();
    }

    @Test
    void theTwentyFirstRequestOfAMinuteIsOneTooMany() {
        for (var time = 0; time < 20; time++) {
            assertThat(limits.allowAddress("198.51.100.1")).isTrue();
        }
        assertThat(limits.allowAddress("198.51.100.1")).isFalse();
        assertThat(limits.allowAddress("198.51.100.2")).isTrue();
        clock.advance(Duration.ofSeconds(3));
        assertThat(limits.allowAddress("198.51.100.1")).isTrue();
        assertThat(limits.allowAddress("198.51.100.1")).isFalse();
    }

    @Test
    void twoUnknownTokensCostAWholeMinute() {
        limits.allowAddress("198.51.100.3");
        limits.unknown("198.51.100.3");
        limits.allowAddress("198.51.100.3");
        limits.unknown("198.51.100.3");
        assertThat(limits.allowAddress("198.51.100.3")).isFalse();
    }

    @Test
    void theAddressesOfOneIpv6NetworkCountAsOne() {
        assertThat(RateLimits.network("2001:db8:1:2::1")).isEqualTo(RateLimits.network("2001:db8:1:2:ffff::9"));
        assertThat(RateLimits.network("2001:db8:1:2::1")).isNotEqualTo(RateLimits.network("2001:db8:1:3::1"));
        assertThat(RateLimits.network("198.51.100.1")).isEqualTo("198.51.100.1");
    }
}
