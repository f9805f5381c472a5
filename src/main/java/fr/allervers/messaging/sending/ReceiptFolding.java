package fr.allervers.messaging.sending;

import static java.util.Objects.requireNonNull;

import fr.allervers.tenancy.Households;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** The last words of the network; others announce one. */
    private static final List<String> FINAL = List.of("DELIVERED", "FAILED");

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

    /** A receipt whose part does not know it yet. */
    private record Met(
            long receiptId,
            String centreId,
            String state,
            @Nullable String error,
            Instant receivedAt,
            long messageId) {}

    /**
     * A message that its receipts have settled.
     *
     * @param doneAt when the last of its parts was
     */
    private record Settled(
            long id,
            String caseKind,
            long caseId,
            @Nullable Long householdId,
            String recipient,
            boolean delivered,
            @Nullable String error,
            @Nullable Instant doneAt) {}

    /** Looks at these parts, by the centre's ids. */
    void fold(Collection<String> centreIds) {
        var met = centreIds.isEmpty() ? List.<Met>of() : met(centreIds);
        if (met.isEmpty()) {
            return;
        }
        FINAL.forEach(state -> tell(
                state, met.stream().filter(one -> one.state().equals(state)).toList()));
        jdbc.sql("update message_receipt set folded = true where id in (:ids)")
                .param("ids", met.stream().map(Met::receiptId).toList())
                .update();
        settle(settled(met.stream().map(Met::messageId).collect(Collectors.toSet())));
    }

    /** Every statement here goes by keys, in this order of tables: with fresh statistics the server would read them whole. */
    private List<Met> met(Collection<String> centreIds) {
        return jdbc.sql("""
                        select r.id as receipt_id, r.centre_id, r.state, r.error, r.received_at, p.message_id
                          from message_receipt r force index (receipt_once) straight_join message_part p force index (part_of_centre) on p.centre_id = r.centre_id
                         where r.centre_id in (:ids) and not r.folded
                        """).param("ids", centreIds).query(Met.class).list();
    }

    private record Word(@Nullable String error, Instant at) {}

    /** Receipts that came together are one statement. */
    private void tell(String state, List<Met> receipts) {
        receipts.stream()
                .collect(Collectors.groupingBy(
                        one -> new Word(one.error(), one.receivedAt()),
                        Collectors.mapping(Met::centreId, Collectors.toSet())))
                .forEach((word, centreIds) -> jdbc.sql("""
                                update message_part force index (part_of_centre) set state = :state, error = :error, done_at = :at
                                 where centre_id in (:ids) and state = 'SENT'
                                """)
                        .param("state", state)
                        .param("error", word.error())
                        .param("at", word.at())
                        .param("ids", centreIds)
                        .update());
    }

    /** Messages whose parts now tell their fate; locked, so that one transaction settles each. */
    private List<Settled> settled(Set<Long> messageIds) {
        return jdbc.sql("""
                        select m.id, m.case_kind, m.case_id, m.household_id, m.recipient, sum(p.state = 'FAILED') = 0 as delivered, max(p.error) as error, max(p.done_at) as done_at
                          from outbox_message m force index (primary) straight_join message_part p force index (primary) on p.message_id = m.id
                         where m.id in (:ids) and m.state in ('SENT', 'UNKNOWN')
                         group by m.id having sum(p.state = 'FAILED') > 0 or sum(p.state = 'DELIVERED') >= max(m.parts) for update
                        """).param("ids", messageIds).query(Settled.class).list();
    }

    private void settle(List<Settled> settled) {
        settled.stream()
                .filter(Settled::delivered)
                .collect(Collectors.groupingBy(
                        one -> requireNonNull(one.doneAt()), Collectors.mapping(Settled::id, Collectors.toList())))
                .forEach(this::mark);
        var dead = dead(settled.stream()
                .filter(one -> !one.delivered())
                .map(Settled::id)
                .toList());
        settled.stream().filter(one -> !one.delivered()).forEach(one -> fail(one, dead.contains(one.id())));
        timeline.recordAll(
                settled.stream().map(one -> note(one, dead.contains(one.id()))).toList());
    }

    private void mark(Instant doneAt, List<Long> delivered) {
        jdbc.sql("""
                        update outbox_message set state = 'DELIVERED', problem = null, sent_at = coalesce(sent_at, :now), delivered_at = :done where id in (:ids)
                        """)
                .param("now", clock.instant())
                .param("done", doneAt)
                .param("ids", delivered)
                .update();
    }

    /** Those of the failed whose number nobody has. */
    private Set<Long> dead(List<Long> failed) {
        return failed.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        jdbc.sql("""
                                select p.message_id from message_part p straight_join message_receipt r on r.centre_id = p.centre_id
                                 where p.message_id in (:ids) and p.state = 'FAILED' and r.dead_number
                                """).param("ids", failed).query(Long.class).list());
    }

    private void fail(Settled one, boolean dead) {
        jdbc.sql("update outbox_message set state = 'FAILED', problem = ?, sent_at = coalesce(sent_at, ?) where id = ?")
                .params(problem(one, dead), clock.instant(), one.id())
                .update();
        if (dead && one.householdId() != null) {
            households.markPhoneDead(one.householdId(), one.recipient());
        }
    }

    private static String problem(Settled one, boolean dead) {
        if (dead) {
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

    private static Timeline.Note note(Settled one, boolean dead) {
        return new Timeline.Note(
                new CaseRef(one.caseKind(), one.caseId()),
                one.householdId(),
                Timeline.Kind.MESSAGE,
                one.delivered() ? "SMS remis au " + one.recipient() : "SMS non remis au " + one.recipient(),
                one.delivered() ? null : problem(one, dead),
                false);
    }
}
