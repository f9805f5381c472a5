package fr.allervers.messaging.sending;

import fr.allervers.links.LinkText;
import fr.allervers.messaging.Channel;
import fr.allervers.messaging.MessageState;
import fr.allervers.messaging.gateway.Answer;
import fr.allervers.messaging.gateway.Answer.Verdict;
import fr.allervers.tenancy.Households;
import fr.allervers.workflow.Timeline;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what carriers answered, many at a time; each answer counts for its own attempt only. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class Results {

    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));
    /** After a pause of everything, the one that was too fast comes again. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Timeline timeline;
    private final Households households;
    private final Clock clock;

    Results(JdbcClient jdbc, JdbcTemplate batches, Timeline timeline, Households households, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.timeline = timeline;
        this.households = households;
        this.clock = clock;
    }

    /** An answer to an attempt. */
    record Result(Claimed message, Answer answer) {}

    void write(List<Result> results) {
        keepParts(results);
        var accepted = results.stream()
                .filter(one -> one.answer().verdict() == Verdict.ACCEPTED)
                .toList();
        accept(accepted);
        results.stream()
                .filter(one -> one.answer().verdict() != Verdict.ACCEPTED)
                .forEach(this::settle);
    }

    private record PartRow(long messageId, Answer.Part part) {}

    private void keepParts(List<Result> results) {
        var rows = results.stream()
                .flatMap(one -> one.answer().parts().stream()
                        .map(part -> new PartRow(one.message().id(), part)))
                .toList();
        var now = Timestamp.from(clock.instant());
        batches.batchUpdate(
                "insert ignore into message_part (message_id, part_no, centre_id, state, submitted_at) values (?, ?, ?, 'SENT', ?)",
                rows,
                500,
                (row, part) -> {
                    row.setLong(1, part.messageId());
                    row.setInt(2, part.part().number());
                    row.setString(3, part.part().centreId());
                    row.setTimestamp(4, now);
                });
    }

    private void accept(List<Result> accepted) {
        accepted.stream()
                .collect(Collectors.groupingBy(one -> one.message().attempt()))
                .forEach((attempt, ours) -> accept(attempt, ours));
    }

    /** The rows are read with a lock first: those that somebody settled meanwhile are left as they are. */
    private void accept(int attempt, List<Result> accepted) {
        var open = openOf(attempt, accepted);
        if (open.isEmpty()) {
            return;
        }
        jdbc.sql(
                        "update outbox_message set state = 'SENT', sent_at = :now, problem = null, sending_since = null where id in (:ids)")
                .param("now", clock.instant())
                .param("ids", open)
                .update();
        timeline.recordAll(accepted.stream()
                .map(Result::message)
                .filter(message -> open.contains(message.id()))
                .map(Results::sent)
                .toList());
    }

    private Set<Long> openOf(int attempt, List<Result> results) {
        return new HashSet<>(jdbc.sql("""
                        select id from outbox_message where id in (:ids) and attempts = :attempt and state in ('SENDING', 'UNKNOWN') for update
                        """)
                .param("ids", results.stream().map(one -> one.message().id()).toList())
                .param("attempt", attempt)
                .query(Long.class)
                .list());
    }

    private static Timeline.Note sent(Claimed message) {
        var what = message.channel() == Channel.SMS ? "SMS envoyé au " : "Courriel envoyé à ";
        return new Timeline.Note(
                message.of(),
                message.householdId(),
                Timeline.Kind.MESSAGE,
                what + message.recipient(),
                shortened(LinkText.masked(message.body()), 2000),
                false);
    }

    private void settle(Result result) {
        var message = result.message();
        switch (result.answer().verdict()) {
            case TRY_LATER -> {
                if (message.attempt() > PAUSES.size()) {
                    settle(result, MessageState.FAILED, null);
                } else {
                    settle(result, MessageState.QUEUED, PAUSES.get(message.attempt() - 1));
                }
            }
            case TOO_FAST, NOT_SENT -> putBack(result);
            case REFUSED -> {
                if (settle(result, MessageState.FAILED, null)
                        && result.answer().deadNumber()
                        && message.householdId() != null) {
                    households.markPhoneDead(message.householdId(), message.recipient());
                }
            }
            default -> settle(result, MessageState.UNKNOWN, null);
        }
    }

    /** A late answer still tells more than UNKNOWN does. */
    private boolean settle(Result result, MessageState state, @Nullable Duration pause) {
        return jdbc.sql("""
                                update outbox_message set state = ?, problem = ?, next_attempt_at = ?, sending_since = null
                                 where id = ? and attempts = ? and state in ('SENDING', 'UNKNOWN')
                                """)
                        .params(Arrays.asList(
                                state.name(),
                                shortened(result.answer().reason(), 300),
                                pause == null
                                        ? clock.instant()
                                        : clock.instant().plus(pause),
                                result.message().id(),
                                result.message().attempt()))
                        .update()
                > 0;
    }

    /** The answer is there, so no other can come for this number of attempt: it may be used again. */
    private void putBack(Result result) {
        jdbc.sql("""
                        update outbox_message set state = 'QUEUED', attempts = attempts - 1, problem = ?, next_attempt_at = ?, sending_since = null
                         where id = ? and attempts = ? and state = 'SENDING'
                        """)
                .params(Arrays.asList(
                        shortened(result.answer().reason(), 300),
                        clock.instant().plus(SOON),
                        result.message().id(),
                        result.message().attempt()))
                .update();
    }

    static @Nullable String shortened(@Nullable String words, int length) {
        return words == null || words.length() <= length ? words : words.substring(0, length);
    }
}
