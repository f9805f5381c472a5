package fr.allervers.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much waits to leave, over the whole house. */
@Component
public class OutboxFigures {

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One channel.
     *
     * @param due could leave now, and waits
     * @param oldestDue since when the first of them could
     * @param later waits for its moment
     * @param unknown nobody knows whether they left; people decide
     */
    public record Waiting(
            Channel channel, long due, @Nullable Instant oldestDue, long later, long sending, long unknown) {}

    public List<Waiting> waiting() {
        return jdbc.sql("""
                        select channel, sum(state = 'QUEUED' and next_attempt_at <= :now) as due,
                               min(if(state = 'QUEUED' and next_attempt_at <= :now, next_attempt_at, null)) as oldest_due,
                               sum(state = 'QUEUED' and next_attempt_at > :now) as later, sum(state = 'SENDING') as sending, sum(state = 'UNKNOWN') as unknown
                          from outbox_message where listed in ('QUEUED', 'SENDING', 'UNKNOWN') group by channel order by channel desc
                        """).param("now", clock.instant()).query(Waiting.class).list();
    }
}
