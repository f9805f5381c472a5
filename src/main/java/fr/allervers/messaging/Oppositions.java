package fr.allervers.messaging;

import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who no longer wants our messages: asked for by SMS (STOP), by telephone or at the desk. */
@Component
@Transactional
public class Oppositions {

    private static final int ASKED_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    Oppositions(JdbcClient jdbc, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** What is refused. */
    public enum Scope {
        /** News and invitations; what a tenant has to know (a cut of water, an answer to them) still leaves. */
        INFORMATIVE,
        /** Everything on this channel. */
        ALL
    }

    /** How we know. */
    public enum Source {
        /** The word STOP or ARRET in an SMS. */
        STOP,
        /** The tenant's own choice, in writing or by a link. */
        TENANT,
        /** A member of staff, on the tenant's word. */
        STAFF
    }

    /**
     * An opposition as kept.
     *
     * @param recipient the number or address, or none when it is the whole household's
     * @param recordedBy user name, "allervers" for the application itself
     */
    public record Opposition(
            long id,
            Channel channel,
            @Nullable String recipient,
            @Nullable Long householdId,
            Scope scope,
            Source source,
            Instant since,
            String recordedBy) {}

    /** Notes that this number or address refuses; a wider scope replaces a narrower one, never the other way round. */
    public void record(Channel channel, String recipient, Scope scope, Source source) {
        note(channel, recipient, null, scope, source);
    }

    /** Notes that the whole household refuses this channel. */
    public void record(Channel channel, long householdId, Scope scope, Source source) {
        note(channel, null, householdId, scope, source);
    }

    private void note(
            Channel channel, @Nullable String recipient, @Nullable Long householdId, Scope scope, Source source) {
        jdbc.sql("""
                        insert into message_opposition (channel, recipient, household_id, scope, source, since, recorded_by)
                        values (:channel, :recipient, :household, :scope, :source, :now, :by)
                        on duplicate key update scope = if(scope = 'ALL', scope, values(scope))
                        """)
                .param("channel", channel.name())
                .param("recipient", recipient)
                .param("household", householdId)
                .param("scope", scope.name())
                .param("source", source.name())
                .param("now", clock.instant())
                .param("by", currentStaff.find().map(StaffMember::username).orElse("allervers"))
                .update();
    }

    /** Takes an opposition back, on the tenant's word. */
    public void lift(long id) {
        jdbc.sql("delete from message_opposition where id = ?").param(id).update();
    }

    /**
     * Which of these numbers or addresses refuse.
     *
     * @param informative whether the message is informative; a needed one is stopped by {@link Scope#ALL} only
     */
    @Transactional(readOnly = true)
    public Set<String> among(Channel channel, Collection<String> recipients, boolean informative) {
        return new HashSet<>(asked(channel, "recipient", recipients, informative, String.class));
    }

    /** Which of these households refuse the channel as a whole; their numbers and addresses are asked apart. */
    @Transactional(readOnly = true)
    public Set<Long> amongHouseholds(Channel channel, Collection<Long> householdIds, boolean informative) {
        return new HashSet<>(asked(channel, "household_id", householdIds, informative, Long.class));
    }

    private <T> Set<T> asked(Channel channel, String column, Collection<T> asked, boolean informative, Class<T> type) {
        var found = new HashSet<T>();
        var all = List.copyOf(asked);
        for (var start = 0; start < all.size(); start += ASKED_AT_ONCE) {
            found.addAll(jdbc.sql("select " + column + " from message_opposition where channel = :channel and " + column
                            + " in (:asked) and (:informative or scope = 'ALL')")
                    .param("channel", channel.name())
                    .param("asked", all.subList(start, Math.min(all.size(), start + ASKED_AT_ONCE)))
                    .param("informative", informative)
                    .query(type)
                    .list());
        }
        return found;
    }

    /** The household's own and those of these numbers and addresses of its people, oldest first. */
    @Transactional(readOnly = true)
    public List<Opposition> of(long householdId, Collection<String> recipients) {
        return jdbc.sql("""
                        select id, channel, recipient, household_id, scope, source, since, recorded_by from message_opposition
                         where household_id = :household or recipient in (:recipients) order by since, id
                        """)
                .param("household", householdId)
                .param("recipients", recipients.isEmpty() ? List.of("") : recipients)
                .query(Opposition.class)
                .list();
    }
}
