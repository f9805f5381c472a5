package fr.allervers.operations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.Outbox;
import fr.allervers.messaging.Outgoing;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.Tenants;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.TaskEvents.TaskClosed;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What Prometheus is told in the field's words. */
@ApplicationTest
class MetricsTest {

    private static final CaseRef CASE = new CaseRef("metrics-test", 1);

    @Autowired
    StateMetrics state;

    @Autowired
    MeterRegistry meters;

    @Autowired
    Outbox outbox;

    @Autowired
    Tenants tenants;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @AfterEach
    void cleanUp() {
        clock.reset();
        jdbc.sql("delete from outbox_message where case_kind = ?")
                .param(CASE.kind())
                .update();
    }

    private double due() {
        state.look();
        var gauge = meters.find("allervers.outbox.messages")
                .tags("channel", "SMS", "state", "due")
                .gauge();
        return gauge == null ? 0 : gauge.value();
    }

    @Test
    void whatWaitsToLeaveIsCountedAndForHowLong() {
        var before = due();
        transaction.executeWithoutResult(status -> outbox.put(new Outgoing(
                "metrics-test " + System.nanoTime(),
                CASE,
                null,
                null,
                Channel.SMS,
                tenants.tenant().mobile(),
                null,
                "Bonjour",
                null,
                false,
                null)));
        assertThat(due()).isEqualTo(before + 1);
        clock.advance(Duration.ofMinutes(10));
        state.look();
        assertThat(meters.get("allervers.outbox.wait")
                        .tag("channel", "SMS")
                        .gauge()
                        .value())
                .isGreaterThanOrEqualTo(600);
    }

    @Test
    void aTaskIsCountedOnceItsTransactionIsCommitted() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new TaskClosed("none", CASE, true));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> events.publishEvent(new TaskClosed("none", CASE, true)));
        assertThat(meters.get("allervers.tasks.closed")
                        .tags("kind", CASE.kind(), "outcome", "completed")
                        .counter()
                        .count())
                .isEqualTo(1);
    }
}
