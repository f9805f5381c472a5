package fr.allervers.messaging.sending;

import fr.allervers.messaging.Channel;
import fr.allervers.tenancy.Households;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings receipts and parts together, in whatever order they came, and the parts' fate to the message: delivered when
 * all its parts are, failed when one is. The first final word of a part stays.
 */
@Component
@Transactional
class ReceiptFolding {

    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final Households households;
    private final Clock clock;

    ReceiptFolding(JdbcClient jdbc, Timeline timeline, Households households, Clock clock) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.households = households;
        this.clock = clock;
    }

    /** A message that its receipts have settled. */
    private record Settled(
            long id,
            String caseKind,
            long caseId,
            @Nullable Long householdId,
            String recipient,
            Channel channel,
            boolean delivered,
            @Nullable String error,
            boolean deadNumber) {}

    /** Looks at these parts, by the centre's ids. */
    void fold(Collection<String> centreIds) {
        if (centreIds.isEmpty() || waiting(centreIds) == 0) {
            return;
        }
        for (var state : List.of("DELIVERED", "FAILED")) {
            jdbc.sql("""
                            update message_part p join message_receipt r on r.centre_id = p.centre_id
                               set p.state = r.state, p.error = r.error, p.done_at = r.received_at
                             where p.centre_id in (:ids) and p.state = 'SENT' and r.state = :state and not r.folded
                            """).param("ids", centreIds).param("state", state).update();
        }
        var settled = settled(centreIds);
        // A part that was committed between these statements is still SENT: its receipt stays open for the next look.
        jdbc.sql("""
                        update message_receipt r join message_part p on p.centre_id = r.centre_id set r.folded = true
                         where r.centre_id in (:ids) and not r.folded and (p.state <> 'SENT' or r.state = 'PENDING')
                        """).param("ids", centreIds).update();
        settle(settled);
    }

    private long waiting(Collection<String> centreIds) {
        return jdbc.sql("select count(*) from message_receipt where centre_id in (:ids) and not folded")
                .param("ids", centreIds)
                .query(Long.class)
                .single();
    }

    /** Messages whose parts now tell their fate; locked, so that one transaction settles each. */
    private List<Settled> settled(Collection<String> centreIds) {
        return jdbc.sql("""
                        select m.id, m.case_kind, m.case_id, m.household_id, m.recipient, m.channel, p.failed = 0 as delivered, p.error,
                               exists (select 1 from message_part d join message_receipt r on r.centre_id = d.centre_id
                                        where d.message_id = m.id and d.state = 'FAILED' and r.dead_number) as dead_number
                          from outbox_message m
                          join (select message_id, sum(state = 'DELIVERED') as delivered, sum(state = 'FAILED') as failed, max(error) as error
                                  from message_part where message_id in (select message_id from message_part where centre_id in (:ids))
                                 group by message_id) p on p.message_id = m.id
                         where m.state in ('SENT', 'UNKNOWN') and (p.failed > 0 or p.delivered >= m.parts) for update
                        """).param("ids", centreIds).query(Settled.class).list();
    }

    private void settle(List<Settled> settled) {
        mark(settled.stream().filter(Settled::delivered).toList());
        settled.stream().filter(one -> !one.delivered()).forEach(this::fail);
        timeline.recordAll(settled.stream().map(ReceiptFolding::note).toList());
    }

    private void mark(List<Settled> delivered) {
        if (!delivered.isEmpty()) {
            jdbc.sql("""
                            update outbox_message m set m.state = 'DELIVERED', m.problem = null, m.sent_at = coalesce(m.sent_at, :now),
                                   m.delivered_at = (select max(p.done_at) from message_part p where p.message_id = m.id)
                             where m.id in (:ids)
                            """)
                    .param("now", clock.instant())
                    .param("ids", delivered.stream().map(Settled::id).toList())
                    .update();
        }
    }

    private void fail(Settled one) {
        jdbc.sql("update outbox_message set state = 'FAILED', problem = ?, sent_at = coalesce(sent_at, ?) where id = ?")
                .params(problem(one), clock.instant(), one.id())
                .update();
        if (one.deadNumber() && one.householdId() != null) {
            households.markPhoneDead(one.householdId(), one.recipient());
        }
    }

    private static String problem(Settled one) {
        if (one.deadNumber()) {
            return "Numéro non attribué";
        }
        var error = one.error() == null ? "" : one.error();
        return switch (error) {
            case "" -> "Non remis par le réseau";
            case "EXPIRED" -> "Non remis : téléphone éteint ou hors réseau trop longtemps";
            case "UNDELIV" -> "Non remis : le numéro ne peut pas recevoir de SMS";
            case "REJECTD" -> "Refusé par le réseau";
            default -> "Non remis par le réseau (" + error + ")";
        };
    }

    private static Timeline.Note note(Settled one) {
        return new Timeline.Note(
                new CaseRef(one.caseKind(), one.caseId()),
                one.householdId(),
                Timeline.Kind.MESSAGE,
                one.delivered() ? "SMS remis au " + one.recipient() : "SMS non remis au " + one.recipient(),
                one.delivered() ? null : problem(one),
                false);
    }
}
