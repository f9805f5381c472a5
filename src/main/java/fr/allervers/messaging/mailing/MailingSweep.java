package fr.allervers.messaging.mailing;

import fr.allervers.shared.Retry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Feeds the outbox and ends what is over; any number of nodes and threads may do so at once. */
@Component
public class MailingSweep {

    private static final Logger LOG = LoggerFactory.getLogger(MailingSweep.class);

    private final MailingFeed feed;

    MailingSweep(MailingFeed feed) {
        this.feed = feed;
    }

    /** Does what can be done now, and says how many messages it handed over; a mailing that fails does not hold the others. */
    public int sweep() {
        return feed.sending().stream().mapToInt(this::feed).sum();
    }

    private int feed(long mailingId) {
        var count = 0;
        try {
            for (var some = chunk(mailingId); some > 0; some = chunk(mailingId)) {
                count += some;
            }
            Retry.onConflict(() -> feed.end(mailingId));
        } catch (RuntimeException e) {
            LOG.warn("Mailing {} could not be fed; the rest stays listed", mailingId, e);
        }
        return count;
    }

    private int chunk(long mailingId) {
        return Retry.onConflict(() -> feed.chunk(mailingId));
    }
}
