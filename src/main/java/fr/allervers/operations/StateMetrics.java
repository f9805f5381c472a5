package fr.allervers.operations;

import fr.allervers.messaging.OutboxFigures;
import fr.allervers.messaging.OutboxFigures.Waiting;
import fr.allervers.workflow.FailedJobs;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How the whole house stands, for alarms: every node tells the same, and looks it up twice a minute however often it is
 * asked. Names and units: docs/operations.md.
 */
@Component
class StateMetrics {

    private final OutboxFigures outbox;
    private final FailedJobs jobs;
    private final Clock clock;
    private final MultiGauge messages;
    private final MultiGauge waits;
    private volatile long failedJobs;

    StateMetrics(OutboxFigures outbox, FailedJobs jobs, Clock clock, MeterRegistry meters) {
        this.outbox = outbox;
        this.jobs = jobs;
        this.clock = clock;
        messages = MultiGauge.builder("allervers.outbox.messages")
                .description("Messages that have not left, or may have")
                .register(meters);
        waits = MultiGauge.builder("allervers.outbox.wait")
                .description("Since when the first message could leave")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("allervers.jobs.failed", () -> failedJobs)
                .description("Steps of processes that were given up")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "PT30S")
    void look() {
        var channels = outbox.waiting();
        messages.register(channels.stream().flatMap(StateMetrics::rows).toList(), true);
        waits.register(channels.stream().map(this::wait).toList(), true);
        failedJobs = jobs.count();
    }

    private static Stream<Row<?>> rows(Waiting channel) {
        return Stream.of(
                row(channel, "due", channel.due()),
                row(channel, "later", channel.later()),
                row(channel, "sending", channel.sending()),
                row(channel, "unknown", channel.unknown()));
    }

    private static Row<?> row(Waiting channel, String state, long messages) {
        return Row.of(Tags.of("channel", channel.channel().name(), "state", state), messages);
    }

    private Row<?> wait(Waiting channel) {
        var since = channel.oldestDue();
        return Row.of(
                Tags.of("channel", channel.channel().name()),
                since == null ? 0 : Duration.between(since, clock.instant()).toSeconds());
    }
}
