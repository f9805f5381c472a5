package fr.allervers.messaging.replies;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.Oppositions;
import fr.allervers.messaging.gateway.Incoming;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people write back: each reply becomes a task, STOP an opposition at once. */
@Component
@Transactional
public class Replies {

    static final String KIND = "message-reply";
    /** Equal texts within it are one message that the centre delivered again. */
    static final Duration SAME_MESSAGE = Duration.ofMinutes(10);

    private static final String ROWS =
            "select id, from_number, body, stop, household_id, agency_id, answers_id, state, received_at from message_reply";

    private final JdbcClient jdbc;
    private final Oppositions oppositions;
    private final Cases cases;
    private final Timeline timeline;
    private final Clock clock;

    Replies(JdbcClient jdbc, Oppositions oppositions, Cases cases, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.oppositions = oppositions;
        this.cases = cases;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Whom the number belongs to, as far as we know. */
    private record Sender(
            @Nullable Long householdId,
            @Nullable Long agencyId,
            @Nullable Long answersId) {}

    /**
     * Keeps a message that came in and opens its case; the same one delivered twice opens one.
     *
     * @return false when it was there already
     */
    public boolean take(Incoming message) {
        if (isThere(message)) {
            return false;
        }
        var stop = StopWords.isOne(message.text());
        var sender = sender(message.from());
        var id = insert(message, stop, sender);
        if (id.isEmpty()) {
            return false;
        }
        if (stop) {
            oppositions.record(Channel.SMS, message.from(), Oppositions.Scope.INFORMATIVE, Oppositions.Source.STOP);
        }
        var of = new CaseRef(KIND, id.get());
        timeline.record(
                of,
                sender.householdId(),
                Timeline.Kind.MESSAGE,
                (stop ? "SMS reçu, ne souhaite plus de messages : " : "SMS reçu du ") + message.from(),
                shortened(message.text()),
                false);
        cases.start(of, Map.of());
        return true;
    }

    private boolean isThere(Incoming message) {
        return jdbc.sql("select count(*) from message_reply where fingerprint = ? and (? or received_at > ?)")
                        .params(
                                message.fingerprint(),
                                message.unique(),
                                clock.instant().minus(SAME_MESSAGE))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The unique key decides between two deliveries at the same moment. */
    private Optional<Long> insert(Incoming message, boolean stop, Sender sender) {
        var period = message.unique() ? 0 : clock.instant().toEpochMilli() / SAME_MESSAGE.toMillis();
        return jdbc.sql("""
                        insert ignore into message_reply (fingerprint, period, from_number, body, stop, household_id, agency_id, answers_id, state, received_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?) returning id
                        """)
                .params(Arrays.asList(
                        message.fingerprint(),
                        period,
                        message.from().length() > 20 ? message.from().substring(0, 20) : message.from(),
                        shortened(message.text()),
                        stop,
                        sender.householdId(),
                        sender.agencyId(),
                        sender.answersId(),
                        clock.instant()))
                .query(Long.class)
                .optional();
    }

    /** The household that we wrote to last at this number, else one that the register has it for. */
    private Sender sender(String number) {
        return jdbc.sql("""
                        select household_id, agency_id, answers_id from (
                          select m.household_id, coalesce(h.agency_id, m.agency_id) as agency_id, m.id as answers_id, 1 as rank_no, m.id as latest
                            from outbox_message m left join household h on h.id = m.household_id where m.recipient = :number and m.household_id is not null
                          union all
                          select o.household_id, h.agency_id, null, 2, o.id from phone p join occupant o on o.id = p.occupant_id
                            join household h on h.id = o.household_id where p.e164 = :number and o.left_on is null and o.deceased_on is null
                        ) known order by rank_no, latest desc limit 1
                        """)
                .param("number", number)
                .query(Sender.class)
                .optional()
                .orElse(new Sender(null, null, null));
    }

    Reply require(long id) {
        return jdbc.sql(ROWS + " where id = ?").param(id).query(Reply.class).single();
    }

    Map<Long, Reply> byIds(Collection<Long> ids) {
        return jdbc.sql(ROWS + " where id in (:ids)").param("ids", ids).query(Reply.class).stream()
                .collect(Collectors.toMap(Reply::id, Function.identity()));
    }

    /** What we said last to whom this answers. */
    Optional<String> question(Reply reply) {
        return reply.answersId() == null
                ? Optional.empty()
                : jdbc.sql("select body from outbox_message where id = ?")
                        .param(reply.answersId())
                        .query(String.class)
                        .optional();
    }

    void decide(long id, String outcome) {
        jdbc.sql("update message_reply set outcome = ? where id = ?")
                .params(outcome, id)
                .update();
    }

    void close(long id) {
        jdbc.sql("update message_reply set state = 'CLOSED', closed_at = ? where id = ? and closed_at is null")
                .params(clock.instant(), id)
                .update();
    }

    private static String shortened(String text) {
        return text.length() > 2000 ? text.substring(0, 2000) : text;
    }
}
