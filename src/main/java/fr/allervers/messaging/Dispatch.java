package fr.allervers.messaging;

import fr.allervers.messaging.SmsGateway.Answer;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The two ends of sending a message. SENDING is committed before the centre is called: whatever happens then, the
 * message is never taken for one that still has to be sent.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class Dispatch {

    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));
    /** Longer than any call of a centre lasts. */
    static final Duration ANSWER_EXPECTED_WITHIN = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final Clock clock;

    Dispatch(JdbcClient jdbc, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** A message in our hands, and the number of this attempt. */
    record Claimed(long id, CaseRef of, @Nullable Long householdId, String recipient, String body, int attempt) {}

    /** Takes the SMS that is due first; other workers take others at the same time. */
    Optional<Claimed> claimSms() {
        var next = jdbc.sql("""
                        select id, case_kind, case_id, household_id, recipient, body, attempts from outbox_message
                         where channel = 'SMS' and state = 'QUEUED' and next_attempt_at <= ?
                         order by next_attempt_at, id limit 1 for update skip locked
                        """).param(clock.instant()).query(Dispatch::claimed).optional();
        next.ifPresent(message -> jdbc.sql(
                        "update outbox_message set state = 'SENDING', attempts = ?, sending_since = ?, problem = null where id = ?")
                .params(message.attempt(), clock.instant(), message.id())
                .update());
        return next;
    }

    /** Notes what the centre said; without effect when the message has meanwhile been sent again by somebody. */
    void record(Claimed message, Answer answer) {
        switch (answer.verdict()) {
            case ACCEPTED -> {
                if (settle(message, MessageState.SENT, null, clock.instant()) > 0) {
                    timeline.record(
                            message.of(),
                            message.householdId(),
                            Timeline.Kind.MESSAGE,
                            "SMS envoyé au " + message.recipient(),
                            message.body(),
                            false);
                }
            }
            case TRY_LATER -> {
                if (message.attempt() > PAUSES.size()) {
                    settle(message, MessageState.FAILED, answer.reason(), null);
                } else {
                    settle(message, MessageState.QUEUED, answer.reason(), null);
                }
            }
            case REFUSED -> settle(message, MessageState.FAILED, answer.reason(), null);
            case UNKNOWN -> settle(message, MessageState.UNKNOWN, answer.reason(), null);
        }
    }

    /** What was handed to the centre long ago and never answered, by a crash of ours: nobody knows whether it left. */
    int giveUpSilent() {
        return jdbc.sql("""
                        update outbox_message set state = 'UNKNOWN', sending_since = null
                         where state = 'SENDING' and sending_since < ?
                        """)
                .param(clock.instant().minus(ANSWER_EXPECTED_WITHIN))
                .update();
    }

    /** A late answer still tells more than UNKNOWN does. */
    private int settle(Claimed message, MessageState state, @Nullable String problem, @Nullable Instant sentAt) {
        var pause = PAUSES.get(Math.min(message.attempt(), PAUSES.size()) - 1);
        return jdbc.sql("""
                        update outbox_message set state = ?, problem = ?, sent_at = ?, next_attempt_at = ?, sending_since = null
                         where id = ? and attempts = ? and state in ('SENDING', 'UNKNOWN')
                        """)
                .params(Arrays.asList(
                        state.name(),
                        problem == null || problem.length() <= 300 ? problem : problem.substring(0, 300),
                        sentAt,
                        clock.instant().plus(pause),
                        message.id(),
                        message.attempt()))
                .update();
    }

    private static Claimed claimed(ResultSet row, int number) throws SQLException {
        var household = row.getLong("household_id");
        return new Claimed(
                row.getLong("id"),
                new CaseRef(row.getString("case_kind"), row.getLong("case_id")),
                household == 0 ? null : household,
                row.getString("recipient"),
                row.getString("body"),
                row.getInt("attempts") + 1);
    }
}
