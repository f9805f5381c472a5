package fr.allervers.messaging.sending;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.Oppositions;
import fr.allervers.workflow.CaseRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes messages to be sent. SENDING is committed before the carrier is called: whatever happens then, the message is
 * never taken for one that still has to be sent.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class Dispatch {

    /** Longer than any call of a carrier lasts. */
    static final Duration ANSWER_EXPECTED_WITHIN = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Oppositions oppositions;
    private final Clock clock;

    Dispatch(JdbcClient jdbc, Oppositions oppositions, Clock clock) {
        this.jdbc = jdbc;
        this.oppositions = oppositions;
        this.clock = clock;
    }

    /**
     * Takes the messages that are due first, at most so many; other workers take others at the same time. Those whose
     * recipient has meanwhile refused are cancelled and left out: the list may be empty though more are due.
     *
     * @param after where the last ones of this run stood: what was taken before it would be looked over again each time
     * @return none when nothing is due behind that place
     */
    Claims claim(Channel channel, int most, Place after) {
        var due = jdbc.sql("""
                        select id, case_kind, case_id, household_id, channel, recipient, subject, body, sender, informative, parts, attempts, due_at
                          from outbox_message force index (outbox_next)
                         where channel = :channel and due_at <= :now and (due_at > :after or (due_at = :after and id > :id))
                         order by due_at, id limit :most for update skip locked
                        """)
                .param("channel", channel.name())
                .param("now", clock.instant())
                .param("after", after.dueAt())
                .param("id", after.id())
                .param("most", most)
                .query(Dispatch::claimed)
                .list();
        if (due.isEmpty()) {
            return new Claims(true, List.of(), Place.START);
        }
        var refused = refused(channel, due);
        cancel(refused);
        var ours = due.stream().filter(one -> !refused.contains(one.id())).toList();
        if (!ours.isEmpty()) {
            jdbc.sql("""
                            update outbox_message set state = 'SENDING', attempts = attempts + 1, sending_since = :now, problem = null where id in (:ids)
                            """).param("now", clock.instant()).param("ids", ids(ours)).update();
        }
        return new Claims(false, withPartsSent(ours), Place.of(due.get(due.size() - 1)));
    }

    /**
     * @param nothingDue whether the outbox had nothing for us
     * @param last how far it was read
     */
    record Claims(boolean nothingDue, List<Claimed> messages, Place last) {}

    /** A place in the order in which messages leave. */
    record Place(Instant dueAt, long id) {

        /** Before everything. */
        static final Place START = new Place(Instant.EPOCH, 0);

        private static Place of(Claimed message) {
            return new Place(message.dueAt(), message.id());
        }
    }

    private Set<Long> refused(Channel channel, List<Claimed> due) {
        var opposed = new HashMap<Boolean, Set<String>>();
        due.stream()
                .collect(Collectors.partitioningBy(
                        Claimed::informative, Collectors.mapping(Claimed::recipient, Collectors.toSet())))
                .forEach((informative, recipients) ->
                        opposed.put(informative, oppositions.among(channel, recipients, informative)));
        return due.stream()
                .filter(one -> opposed.getOrDefault(one.informative(), Set.of()).contains(one.recipient()))
                .map(Claimed::id)
                .collect(Collectors.toSet());
    }

    private void cancel(Set<Long> refused) {
        if (!refused.isEmpty()) {
            jdbc.sql(
                            "update outbox_message set state = 'CANCELLED', problem = 'Ne souhaite plus de messages' where id in (:ids)")
                    .param("ids", refused)
                    .update();
        }
    }

    /** Only a message of several parts that has been tried before can have left in part. */
    private List<Claimed> withPartsSent(List<Claimed> messages) {
        var tried = messages.stream()
                .filter(one -> one.parts() > 1 && one.attempt() > 1)
                .map(Claimed::id)
                .toList();
        if (tried.isEmpty()) {
            return messages;
        }
        Map<Long, Set<Integer>> sent = new HashMap<>();
        jdbc.sql("select message_id, part_no from message_part where message_id in (:ids)")
                .param("ids", tried)
                .query(row -> {
                    sent.computeIfAbsent(row.getLong(1), id -> new HashSet<>()).add(row.getInt(2));
                });
        return messages.stream()
                .map(one -> one.withPartsSent(sent.getOrDefault(one.id(), Set.of())))
                .toList();
    }

    /** Puts back what was taken and never handed over: it does not count as an attempt. */
    void giveBack(Collection<Claimed> messages) {
        messages.forEach(one -> jdbc.sql(
                        "update outbox_message set state = 'QUEUED', attempts = attempts - 1, sending_since = null where id = ? and attempts = ? and state = 'SENDING'")
                .params(one.id(), one.attempt())
                .update());
    }

    /**
     * What was handed over long ago and never answered, by a crash of ours: nobody knows whether it left. Looked for
     * without locks: hardly ever is there any, and what stands beside it is being sent by others.
     */
    int giveUpSilent() {
        var silentSince = clock.instant().minus(ANSWER_EXPECTED_WITHIN);
        var silent = jdbc.sql("select id from outbox_message where listed = 'SENDING' and sending_since < ? limit 1000")
                .param(silentSince)
                .query(Long.class)
                .list();
        if (silent.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                        update outbox_message set state = 'UNKNOWN', sending_since = null, problem = 'Aucune réponse : Aller vers s’est arrêté pendant l’envoi'
                         where id in (:silent) and state = 'SENDING' and sending_since < :since
                        """).param("silent", silent).param("since", silentSince).update();
    }

    private static List<Long> ids(List<Claimed> messages) {
        return messages.stream().map(Claimed::id).toList();
    }

    private static Claimed claimed(ResultSet row, int number) throws SQLException {
        var household = row.getLong("household_id");
        return new Claimed(
                row.getLong("id"),
                new CaseRef(row.getString("case_kind"), row.getLong("case_id")),
                household == 0 ? null : household,
                Channel.valueOf(row.getString("channel")),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("sender"),
                row.getBoolean("informative"),
                row.getInt("parts"),
                Set.of(),
                row.getInt("attempts") + 1,
                row.getTimestamp("due_at").toInstant());
    }
}
