package fr.allervers.messaging;

import fr.allervers.workflow.CaseRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was written to a household for a case, with what is known of its arrival. */
@Component
@Transactional(readOnly = true)
public class CaseMessages {

    private final JdbcClient jdbc;

    CaseMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A message.
     *
     * @param deliveredAt when a receipt says that it arrived
     */
    public record Written(
            Channel channel,
            String recipient,
            MessageState state,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt,
            @Nullable String problem) {}

    /** Those of these cases, oldest first, what was withdrawn before it left aside. Asks for no right. */
    public List<Written> of(Collection<CaseRef> cases) {
        var written = new ArrayList<Written>();
        for (var of : cases) {
            written.addAll(jdbc.sql("""
                            select channel, recipient, state, created_at, sent_at, delivered_at, problem from outbox_message
                             where case_kind = ? and case_id = ? and state <> 'CANCELLED' order by id
                            """)
                    .params(of.kind(), of.id())
                    .query(Written.class)
                    .list());
        }
        written.sort(Comparator.comparing(Written::createdAt));
        return written;
    }
}
