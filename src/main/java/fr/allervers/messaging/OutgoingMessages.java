package fr.allervers.messaging;

import fr.allervers.links.LinkText;
import fr.allervers.messaging.gateway.SmsGateway;
import fr.allervers.shared.Slice;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What supervisors see of the outbox, and what they may do with it: only messages to their own agencies' households. */
@Component
@Transactional
public class OutgoingMessages {

    private static final int PAGE = 50;
    /** As many letters as one PDF takes. */
    static final int LETTERS_AT_ONCE = 100;

    private static final String ROWS = """
            select m.id, m.case_kind, m.case_id, m.household_id, coalesce(h.name, m.recipient) as household, m.channel, m.recipient, m.subject,
                   m.body, m.state, m.attempts, m.next_attempt_at, m.created_at, m.sent_at, m.delivered_at, m.problem
              from outbox_message m left join household h on h.id = m.household_id
             where (:all or coalesce(h.agency_id, m.agency_id) in (:agencies))
            """;

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Timeline timeline;
    private final Clock clock;
    private final ObjectProvider<SmsGateway> gateway;

    OutgoingMessages(
            JdbcClient jdbc,
            CurrentStaff currentStaff,
            Timeline timeline,
            Clock clock,
            ObjectProvider<SmsGateway> gateway) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.timeline = timeline;
        this.clock = clock;
        this.gateway = gateway;
    }

    /**
     * A message as listed.
     *
     * @param household its name; the recipient where there is no household
     */
    public record Message(
            long id,
            String caseKind,
            long caseId,
            @Nullable Long householdId,
            String household,
            Channel channel,
            String recipient,
            @Nullable String subject,
            String body,
            MessageState state,
            int attempts,
            Instant nextAttemptAt,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt,
            @Nullable String problem) {

        /** The text for people of the house: the tenant's links stay the tenant's. */
        public String shown() {
            return LinkText.masked(body);
        }
    }

    /** Whether a centre is there to send SMS; without one they wait. */
    public boolean canSendSms() {
        return gateway.getIfAvailable() != null;
    }

    /** Messages, newest first, those in one state only when it is given. */
    @Transactional(readOnly = true)
    public Slice<Message> page(@Nullable MessageState state, @Nullable Long before) {
        var messages = mine(ROWS + """
                           and (:state is null or (m.state = :state and m.listed = if(:state in ('SENT', 'DELIVERED'), 'LEFT', :state))) and (:before is null or m.id < :before)
                         order by m.id desc limit :limit
                        """)
                .param("state", state == null ? null : state.name())
                .param("before", before)
                .param("limit", PAGE + 1)
                .query(Message.class)
                .list();
        return Slice.of(messages, PAGE, row -> Long.toString(row.id()));
    }

    /** How many messages stand in each state. */
    @Transactional(readOnly = true)
    public Map<MessageState, Long> counts() {
        var counts = new EnumMap<MessageState, Long>(MessageState.class);
        mine("""
                select m.state, count(*) as n from outbox_message m left join household h on h.id = m.household_id
                 where (:all or coalesce(h.agency_id, m.agency_id) in (:agencies)) group by m.state
                """).query(row -> {
            counts.put(MessageState.valueOf(row.getString("state")), row.getLong("n"));
        });
        return counts;
    }

    /** The letters that wait to be printed, oldest first, as many as one PDF takes. */
    @Transactional(readOnly = true)
    public List<Message> letters() {
        return mine(ROWS + " and m.channel = 'LETTER' and m.due_at is not null order by m.due_at, m.id limit :limit")
                .param("limit", LETTERS_AT_ONCE)
                .query(Message.class)
                .list();
    }

    /** These letters, printed or not, in the order of their ids; those of other agencies are left out. */
    @Transactional(readOnly = true)
    public List<Message> letters(Collection<Long> ids) {
        if (ids.isEmpty() || ids.size() > LETTERS_AT_ONCE) {
            throw new UserError("messages.letters.how-many", LETTERS_AT_ONCE);
        }
        return mine(ROWS + " and m.channel = 'LETTER' and m.id in (:ids) order by m.id")
                .param("ids", ids)
                .query(Message.class)
                .list();
    }

    /** Notes that exactly these letters are printed; those that a colleague printed meanwhile stay as they are. */
    public int markPrinted(Collection<Long> ids) {
        var count = 0;
        for (var letter : letters(ids)) {
            if (letter.state() == MessageState.QUEUED && changed(letter, MessageState.PRINTED, clock.instant())) {
                note(letter, "Courrier imprimé et remis à la poste");
                count++;
            }
        }
        return count;
    }

    /**
     * Sends again what may not have left: a person's decision, on their name.
     *
     * @throws UserError 409 when it has changed, or its link is no longer kept
     */
    public void sendAgain(long id) {
        var message = require(id, MessageState.UNKNOWN, MessageState.FAILED);
        if (LinkText.isMasked(message.body())) {
            throw new UserError(HttpStatus.CONFLICT, "messages.link-gone");
        }
        var updated = jdbc.sql("""
                        update outbox_message set state = 'QUEUED', next_attempt_at = ?, problem = null where id = ? and state = ?
                        """)
                .params(clock.instant(), id, message.state().name())
                .update();
        settled(updated);
        if (message.state() == MessageState.FAILED) {
            // What the network did not deliver leaves again as a whole; of an unknown one, the parts that nobody
            // confirmed.
            jdbc.sql("delete from message_part where message_id = ?").param(id).update();
        }
        note(message, "Message à renvoyer");
    }

    /** Takes for sent what nobody knew. */
    public void markSent(long id) {
        var message = require(id, MessageState.UNKNOWN);
        settled(changed(message, MessageState.SENT, clock.instant()) ? 1 : 0);
        note(message, "Message considéré comme envoyé");
    }

    private Message require(long id, MessageState... states) {
        var message = mine(ROWS + " and m.id = :id")
                .param("id", id)
                .query(Message.class)
                .optional()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "messages.not-found"));
        if (!Set.of(states).contains(message.state())) {
            throw new UserError(HttpStatus.CONFLICT, "messages.changed");
        }
        return message;
    }

    private boolean changed(Message message, MessageState to, Instant sentAt) {
        return jdbc.sql("update outbox_message set state = ?, sent_at = ? where id = ? and state = ?")
                        .params(to.name(), sentAt, message.id(), message.state().name())
                        .update()
                > 0;
    }

    private static void settled(int updated) {
        if (updated == 0) {
            throw new UserError(HttpStatus.CONFLICT, "messages.changed");
        }
    }

    private void note(Message message, String what) {
        timeline.record(
                new CaseRef(message.caseKind(), message.caseId()),
                message.householdId(),
                Timeline.Kind.MESSAGE,
                what,
                LinkText.masked(message.body()),
                false);
    }

    private JdbcClient.StatementSpec mine(String sql) {
        StaffMember reader = currentStaff.require();
        return jdbc.sql(sql)
                .param("all", reader.allAgencies())
                .param("agencies", reader.agencies().isEmpty() ? Set.of(0L) : reader.agencies());
    }
}
