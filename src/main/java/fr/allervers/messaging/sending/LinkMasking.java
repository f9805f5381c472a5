package fr.allervers.messaging.sending;

import fr.allervers.links.LinkText;
import fr.allervers.shared.Retry;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the secrets of links out of messages that have left, so that who has a copy of the database opens nobody's page. It stays as long
 * as the message may have to leave again: until the network's receipt, three days at most, and a week where it did not leave or was
 * printed.
 */
@Component
class LinkMasking {

    /** No receipt is expected any more: as long as one is looked for. */
    static final Duration RECEIPT_MAY_COME = Duration.ofDays(3);

    /** So long somebody may send it again, or print it again. */
    static final Duration AGAIN_WITHIN = Duration.ofDays(7);

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LinkMasking(JdbcClient jdbc, JdbcTemplate batches, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does all that is due, on any number of nodes, and says how many messages that were. */
    int mask() {
        var all = 0;
        int masked;
        do {
            masked = Retry.onConflict(() -> Objects.requireNonNull(transaction.execute(status -> chunk())));
            all += masked;
        } while (masked == AT_ONCE);
        return all;
    }

    private record Sent(long id, String body) {}

    private int chunk() {
        var sent = jdbc.sql("""
                        select id, body from outbox_message
                         where holds_link and (state in ('DELIVERED', 'CANCELLED') or (state = 'SENT' and (channel <> 'SMS' or sent_at <= :receipt))
                           or (state in ('FAILED', 'UNKNOWN', 'PRINTED') and greatest(next_attempt_at, coalesce(sent_at, created_at)) <= :again))
                         order by id limit :most for update skip locked
                        """)
                .param("receipt", clock.instant().minus(RECEIPT_MAY_COME))
                .param("again", clock.instant().minus(AGAIN_WITHIN))
                .param("most", AT_ONCE)
                .query(Sent.class)
                .list();
        batches.batchUpdate(
                "update outbox_message set body = ?, holds_link = false where id = ?",
                sent.stream()
                        .map(one -> new Object[] {LinkText.masked(one.body()), one.id()})
                        .toList());
        return sent.size();
    }
}
