package fr.allervers.messaging.replies;

import fr.allervers.messaging.gateway.Incoming;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the parts of long replies together again: they come in any order, twice, and by any node. A part that never comes
 * does not hold the others for ever.
 */
@Component
@Transactional
public class LongReplies {

    /** How long the missing part is waited for. */
    static final Duration WAIT = Duration.ofMinutes(10);
    /** How long parts that were put together are known, so that one delivered again is not taken for a new one. */
    static final Duration KNOWN = Duration.ofHours(1);

    private static final String MISSING = "[…]";

    private final Replies replies;
    private final JdbcClient jdbc;
    private final Clock clock;

    LongReplies(Replies replies, JdbcClient jdbc, Clock clock) {
        this.replies = replies;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Whole(String fromNumber, int reference, int parts) {}

    private record Piece(int partNo, String body) {}

    /** Keeps what came in; what is whole with it is a reply. */
    public void take(Incoming message) {
        var part = message.part();
        if (part == null) {
            replies.take(message);
            return;
        }
        var from = message.from().length() > 20 ? message.from().substring(0, 20) : message.from();
        var whole = new Whole(from, part.reference(), part.count());
        jdbc.sql("""
                        insert ignore into message_reply_part (from_number, reference, parts, part_no, body, taken, received_at)
                        values (?, ?, ?, ?, ?, false, ?)
                        """)
                .params(from, part.reference(), part.count(), part.number(), message.text(), clock.instant())
                .update();
        var pieces = waiting(whole);
        if (pieces.size() == part.count()) {
            join(whole, pieces);
        }
    }

    /** Takes what has waited too long for its missing parts, and forgets parts that cannot come again. */
    public void takeIncomplete() {
        var now = clock.instant();
        jdbc.sql("""
                        select distinct from_number, reference, parts from message_reply_part where not taken and received_at <= ?
                        """).param(now.minus(WAIT)).query(Whole.class).list().forEach(whole -> {
            var pieces = waiting(whole);
            if (!pieces.isEmpty()) {
                join(whole, pieces);
            }
        });
        jdbc.sql("delete from message_reply_part where taken and received_at <= ?")
                .param(now.minus(KNOWN))
                .update();
    }

    /** Two parts that come at the same moment wait for each other here. */
    private List<Piece> waiting(Whole whole) {
        return jdbc.sql("""
                        select part_no, body from message_reply_part
                         where from_number = ? and reference = ? and parts = ? and not taken order by part_no for update
                        """)
                .params(whole.fromNumber(), whole.reference(), whole.parts())
                .query(Piece.class)
                .list();
    }

    private void join(Whole whole, List<Piece> pieces) {
        var bodies = pieces.stream().collect(Collectors.toMap(Piece::partNo, Piece::body));
        var text = IntStream.rangeClosed(1, whole.parts())
                .mapToObj(number -> Objects.requireNonNullElse(bodies.get(number), MISSING))
                .collect(Collectors.joining());
        jdbc.sql("update message_reply_part set taken = true where from_number = ? and reference = ? and parts = ?")
                .params(whole.fromNumber(), whole.reference(), whole.parts())
                .update();
        var fingerprint =
                "long:" + whole.fromNumber() + ":" + whole.reference() + ":" + Integer.toHexString(text.hashCode());
        replies.take(new Incoming(whole.fromNumber(), text, fingerprint, false));
    }
}
