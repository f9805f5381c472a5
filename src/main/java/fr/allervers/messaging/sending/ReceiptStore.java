package fr.allervers.messaging.sending;

import fr.allervers.messaging.gateway.Receipt;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps receipts, and finds the message of those whose submit was never answered. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class ReceiptStore {

    /** So long an answer to a submit may still overtake its receipt. */
    static final Duration ANSWER_MAY_COME = Duration.ofSeconds(10);

    private static final int LOOKED_AT_ONCE = 200;
    /** With pauses that double from ten seconds to an hour, looks reach over three days. */
    private static final int MOST_LOOKS = 80;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ReceiptFolding folding;
    private final Clock clock;

    ReceiptStore(JdbcClient jdbc, JdbcTemplate batches, ReceiptFolding folding, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.folding = folding;
        this.clock = clock;
    }

    /** Keeps receipts, each once. */
    void keep(List<Receipt> receipts) {
        var now = clock.instant();
        batches.batchUpdate("""
                insert ignore into message_receipt (centre_id, state, error, recipient, reference, dead_number, received_at, look_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, receipts, 500, (row, receipt) -> {
            row.setString(1, receipt.centreId());
            row.setString(2, receipt.state().name());
            row.setString(3, Results.shortened(receipt.error(), 60));
            row.setString(4, receipt.recipient() == null ? "" : Results.shortened(receipt.recipient(), 20));
            row.setObject(5, receipt.reference(), Types.INTEGER);
            row.setBoolean(6, receipt.deadNumber());
            row.setTimestamp(7, Timestamp.from(now));
            row.setTimestamp(8, Timestamp.from(now.plus(ANSWER_MAY_COME)));
        });
    }

    /** A receipt that no part knows. */
    private record Stray(
            long id,
            String centreId,
            String recipient,
            @Nullable Integer reference) {}

    /**
     * Looks for the messages of receipts that no part knows: the answer to the submit was lost, and the receipt is the
     * proof that the message left.
     *
     * @return how many were found
     */
    int reconcile() {
        var strays = jdbc.sql("""
                        select id, centre_id, recipient, reference from message_receipt
                         where not folded and look_at <= ? order by look_at limit ? for update skip locked
                        """)
                .params(clock.instant(), LOOKED_AT_ONCE)
                .query(Stray.class)
                .list();
        var found = 0;
        for (var stray : strays) {
            if (!hasPart(stray)) {
                var message = messageOf(stray);
                if (message.isEmpty()) {
                    lookLater(stray);
                    continue;
                }
                adopt(stray, message.get());
            }
            folding.fold(List.of(stray.centreId()));
            found++;
        }
        return found;
    }

    private boolean hasPart(Stray stray) {
        return jdbc.sql("select count(*) from message_part where centre_id = ?")
                        .param(stray.centreId())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private record Unresolved(long id, String state) {}

    /** By our reference where the centre gives it back, else the only message to that number that is not settled. */
    private Optional<Long> messageOf(Stray stray) {
        if (stray.recipient().isEmpty()) {
            return Optional.empty();
        }
        var unresolved = jdbc.sql("""
                        select m.id, m.state from outbox_message m
                         where m.recipient = :recipient and m.channel = 'SMS' and m.state in ('SENDING', 'UNKNOWN', 'SENT')
                           and (m.state <> 'SENT' or m.sent_at > :recently)
                           and (select count(*) from message_part p where p.message_id = m.id) < m.parts
                           and (:reference is null or (m.id & 65535) = :reference)
                         order by m.id limit 2
                        """)
                .param("recipient", stray.recipient())
                .param("recently", clock.instant().minus(Duration.ofDays(3)))
                .param("reference", stray.reference())
                .query(Unresolved.class)
                .list();
        // One whose answer is still awaited may yet name its own id.
        return unresolved.size() == 1 && !unresolved.get(0).state().equals("SENDING")
                ? Optional.of(unresolved.get(0).id())
                : Optional.empty();
    }

    /** The part is the first one that no answer named. */
    private void adopt(Stray stray, long messageId) {
        jdbc.sql("""
                        insert ignore into message_part (message_id, part_no, centre_id, state, submitted_at)
                        select m.id, n.seq, ?, 'SENT', ? from outbox_message m join seq_1_to_255 n on n.seq <= m.parts
                         where m.id = ? and not exists (select 1 from message_part p where p.message_id = m.id and p.part_no = n.seq)
                         order by n.seq limit 1
                        """).params(stray.centreId(), clock.instant(), messageId).update();
    }

    private void lookLater(Stray stray) {
        jdbc.sql("""
                        update message_receipt set looks = looks + 1, folded = looks > ?,
                               look_at = ? + interval least(3600, 10 * pow(2, least(looks, 12))) second where id = ?
                        """)
                .params(MOST_LOOKS, Timestamp.from(clock.instant()), stray.id())
                .update();
    }
}
