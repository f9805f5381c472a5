package fr.allervers.messaging;

import fr.allervers.links.LinkText;
import fr.allervers.workflow.CaseRef;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Messages to be sent once the transaction that causes them has committed; kept or lost with it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Outbox {

    private static final int ROWS_AT_ONCE = 500;
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?, ?)";

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Puts a message in, unless one with the same key is there already.
     *
     * @return false when the key was there; nothing has changed then
     */
    public boolean put(Outgoing message) {
        return putAll(List.of(message)) > 0;
    }

    /**
     * Puts many in, in few statements; those whose key is there already are left as they are.
     *
     * @return how many were new
     */
    public int putAll(Collection<Outgoing> messages) {
        var all = List.copyOf(messages);
        var fresh = 0;
        for (var start = 0; start < all.size(); start += ROWS_AT_ONCE) {
            fresh += insert(all.subList(start, Math.min(all.size(), start + ROWS_AT_ONCE)));
        }
        return fresh;
    }

    /** Lets the e-mail with this key carry a file of the store; in the transaction that puts it in. */
    public void attach(String dedupeKey, long fileId) {
        jdbc.sql(
                        "insert ignore into outbox_attachment (message_id, file_id) select id, ? from outbox_message where dedupe_key = ?")
                .params(fileId, dedupeKey)
                .update();
    }

    /** IGNORE spares the rows that exist, and RETURNING names the others; {@link Outgoing} has checked the lengths. */
    private int insert(List<Outgoing> messages) {
        var now = clock.instant();
        var values = new ArrayList<@Nullable Object>();
        messages.forEach(message -> values.addAll(row(message, now)));
        return jdbc.sql("""
                        insert ignore into outbox_message (dedupe_key, case_kind, case_id, household_id, agency_id, channel, recipient, subject, body, holds_link,
                                                           sender, informative, encoding, parts, state, next_attempt_at, created_at)
                        values %s returning id
                        """.formatted(String.join(", ", java.util.Collections.nCopies(messages.size(), ROW))))
                .params(values)
                .query(Long.class)
                .list()
                .size();
    }

    private static List<@Nullable Object> row(Outgoing message, Instant now) {
        var text = message.channel() == Channel.SMS ? SmsText.of(message.body()) : null;
        return Arrays.asList(
                message.dedupeKey(),
                message.of().kind(),
                message.of().id(),
                message.householdId(),
                message.agencyId(),
                message.channel().name(),
                message.recipient(),
                message.subject(),
                message.body(),
                LinkText.holdsSecret(message.body()),
                message.sender(),
                message.informative(),
                text == null ? null : text.encoding().name(),
                text == null ? 1 : text.parts().size(),
                message.notBefore() == null ? now : message.notBefore(),
                now);
    }

    /**
     * Withdraws what this case has still waiting; what is in the centre's hands is not called back.
     *
     * @return how many will not leave
     */
    public int cancel(CaseRef of) {
        return jdbc.sql(
                        "update outbox_message set state = 'CANCELLED' where case_kind = ? and case_id = ? and due_at is not null")
                .params(of.kind(), of.id())
                .update();
    }
}
