package fr.allervers.messaging.mailing;

import static fr.allervers.messaging.mailing.Orders.forBuilding;
import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.messaging.Channel;
import fr.allervers.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a mailing leaves, and what holds it. */
class MailingTimesTest extends AbstractMailingsTest {

    @Test
    void anInformativeMessageWaitsOverSundayUnlessItIsUrgent() {
        clock.set(Instant.parse("2026-11-28T20:30:00Z"));
        var waits = send(forBuilding(lilas.buildingId).informative().by(Channel.SMS));
        run();
        assertThat(state(waits)).isEqualTo(MailingState.SCHEDULED);
        clock.set(Instant.parse("2026-11-30T06:59:59Z"));
        run();
        assertThat(centre.to(lilas.first().mobile())).isEmpty();
        clock.set(Instant.parse("2026-11-30T07:00:00Z"));
        run();
        assertThat(centre.to(lilas.first().mobile())).hasSize(1);
        assertThat(state(waits)).isEqualTo(MailingState.DONE);

        clock.set(Instant.parse("2026-12-06T20:30:00Z"));
        var urgent = send(
                forBuilding(lilas.buildingId).informative().by(Channel.SMS).urgentBecause("Fuite de gaz dans la rue"));
        run();
        assertThat(centre.to(lilas.first().mobile())).hasSize(2);
        assertThat(timeline.ofCase(MailingDiary.caseOf(urgent), false))
                .anySatisfy(entry -> assertThat(entry.detail()).isEqualTo("Fuite de gaz dans la rue"));
    }

    @Test
    void quietHoursBeginningInTheMiddleHoldTheRest() {
        for (var n = 0; n < 4; n++) {
            lilas.household(Residence.mobile(), null, "fr", n);
        }
        clock.set(Instant.parse("2026-11-24T20:29:00Z"));
        var id = send(forBuilding(lilas.buildingId).informative().by(Channel.SMS));
        jobs.runDue();
        assertThat(feed.chunk(id)).isEqualTo(3);
        clock.set(Instant.parse("2026-11-24T20:30:00Z"));
        assertThat(feed.chunk(id)).isZero();
        clock.set(Instant.parse("2026-11-25T07:00:00Z"));
        assertThat(feed.chunk(id)).isEqualTo(2);
    }

    @Test
    void aMessageLeavesAtItsMomentAndNotBefore() {
        var id = send(forBuilding(lilas.buildingId).by(Channel.SMS).at(MovableClock.START.plus(Duration.ofHours(3))));
        clock.advance(Duration.ofHours(3).minusMillis(1));
        run();
        assertThat(state(id)).isEqualTo(MailingState.SCHEDULED);
        clock.advance(Duration.ofMillis(1));
        run();
        assertThat(state(id)).isEqualTo(MailingState.DONE);
        assertThat(centre.to(lilas.first().mobile())).hasSize(1);
    }

    @Test
    void whatHasNotLeftIsCancelled() {
        for (var n = 0; n < 4; n++) {
            lilas.household(Residence.mobile(), null, "fr", n);
        }
        var id = send(forBuilding(lilas.buildingId).by(Channel.SMS));
        jobs.runDue();
        feed.chunk(id);
        mailings.cancel(id);
        run();
        assertThat(state(id)).isEqualTo(MailingState.CANCELLED);
        assertThat(reports.totals(id).cancelled()).isEqualTo(5);
        assertThat(reports.totals(id).sent()).isZero();
        refused("mailing.error.over", () -> mailings.cancel(id));
    }
}
