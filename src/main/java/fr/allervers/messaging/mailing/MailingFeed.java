package fr.allervers.messaging.mailing;

import fr.allervers.messaging.Outbox;
import fr.allervers.messaging.Outgoing;
import fr.allervers.workflow.Cases;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands listed recipients to the outbox, a chunk in each transaction. The mailing's row is held meanwhile: two nodes
 * never feed one mailing at once, a cancellation comes before or after a chunk, and a crash leaves the rest listed.
 */
@Component
class MailingFeed {

    private final MailingStore store;
    private final Recipients recipients;
    private final Outbox outbox;
    private final Cases cases;
    private final QuietHoursPolicy quietHours;
    private final MailingSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    MailingFeed(
            MailingStore store,
            Recipients recipients,
            Outbox outbox,
            Cases cases,
            QuietHoursPolicy quietHours,
            MailingSettings settings,
            JdbcClient jdbc,
            Clock clock) {
        this.store = store;
        this.recipients = recipients;
        this.outbox = outbox;
        this.cases = cases;
        this.quietHours = quietHours;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Long> sending() {
        return store.in(MailingState.SENDING);
    }

    /**
     * Feeds one chunk of this mailing.
     *
     * @return messages handed over; 0 when there is nothing to hand over now, or another node has the mailing
     */
    @Transactional
    public int chunk(long mailingId) {
        var mailing = store.lockIfFree(mailingId, MailingState.SENDING);
        if (mailing.isEmpty() || isHeld(mailing.get())) {
            return 0;
        }
        var room = room(mailing.get());
        var some = room == 0 ? List.<Recipients.Addressed>of() : recipients.next(mailing.get(), room);
        if (some.isEmpty()) {
            return 0;
        }
        var written = new Written(store.texts(mailingId), mailing.get().details());
        outbox.putAll(some.stream()
                .map(recipient -> outgoing(mailing.get(), recipient, written))
                .toList());
        recipients.queued(some, clock.instant());
        return some.size();
    }

    /** Ends a mailing of which nothing waits any more, and says whether it did. */
    @Transactional
    public boolean end(long mailingId) {
        var mailing = store.lockIfFree(mailingId, MailingState.SENDING);
        if (mailing.isEmpty() || recipients.anyListed(mailingId) || anyWaiting(mailingId)) {
            return false;
        }
        store.set(mailingId, "ended_at = ?", clock.instant());
        store.move(mailingId, MailingState.SENDING, MailingState.DONE);
        cases.correlate("mailing-sent", MailingDiary.caseOf(mailingId));
        return true;
    }

    private boolean isHeld(Mailing mailing) {
        return mailing.isHeldInQuietHours() && !quietHours.allows(clock.instant());
    }

    private int room(Mailing mailing) {
        if (settings.perMinute() == 0) {
            return settings.chunk();
        }
        var lately = recipients.queuedSince(mailing.id(), clock.instant().minus(Duration.ofMinutes(1)));
        return Math.min(settings.chunk(), Math.max(0, settings.perMinute() - lately));
    }

    private Outgoing outgoing(Mailing mailing, Recipients.Addressed to, Written written) {
        var message = written.to(to.channel(), to.language(), to.values());
        return new Outgoing(
                MailingDiary.KIND + ":" + mailing.id() + ":" + to.id(),
                MailingDiary.caseOf(mailing.id()),
                to.householdId().orElse(null),
                mailing.agencyId(),
                to.channel(),
                to.address(),
                message.subject(),
                message.body(),
                sender(mailing),
                mailing.ladder().informative(),
                null);
    }

    private @Nullable String sender(Mailing mailing) {
        return Optional.ofNullable(mailing.sender())
                .or(() -> Optional.of(settings.sender()).filter(name -> !name.isBlank()))
                .orElse(null);
    }

    private boolean anyWaiting(long mailingId) {
        return jdbc.sql("""
                        select exists (select 1 from outbox_message where case_kind = :kind and case_id = :id and due_at is not null and channel <> 'LETTER')
                            or exists (select 1 from outbox_message force index (outbox_listed) where listed = 'SENDING' and case_kind = :kind and case_id = :id)
                        """)
                .param("kind", MailingDiary.KIND)
                .param("id", mailingId)
                .query(Boolean.class)
                .single();
    }
}
