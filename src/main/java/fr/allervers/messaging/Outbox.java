package fr.allervers.messaging;

import fr.allervers.workflow.CaseRef;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Messages to be sent once the transaction that causes them has committed; kept or lost with it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Outbox {

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Puts a message in, unless one with the same key is there already.
     *
     * @param dedupeKey what the message is (case, step, channel, period), at most 160 characters
     * @param recipient a number in E.164, an address of e-mail, or the lines of a postal address
     * @return false when the key was there; nothing has changed then
     */
    public boolean put(
            String dedupeKey,
            CaseRef of,
            long householdId,
            Channel channel,
            String recipient,
            @Nullable String subject,
            String body) {
        try {
            jdbc.sql("""
                            insert into outbox_message (dedupe_key, case_kind, case_id, household_id, channel, recipient, subject, body, state, next_attempt_at, created_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?, ?)
                            """)
                    .params(Arrays.asList(
                            dedupeKey,
                            of.kind(),
                            of.id(),
                            householdId,
                            channel.name(),
                            recipient,
                            subject,
                            body,
                            clock.instant(),
                            clock.instant()))
                    .update();
            return true;
        } catch (DuplicateKeyException alreadyThere) {
            return false;
        }
    }
}
