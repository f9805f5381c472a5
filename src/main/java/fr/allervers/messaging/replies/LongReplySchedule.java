package fr.allervers.messaging.replies;

import fr.allervers.shared.Retry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for long replies that lack a part. */
@Component
@ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
class LongReplySchedule {

    private final LongReplies replies;

    LongReplySchedule(LongReplies replies) {
        this.replies = replies;
    }

    @Scheduled(fixedDelayString = "${allervers.messaging.long-replies-every:PT1M}")
    void takeIncomplete() {
        Retry.onConflict(replies::takeIncomplete);
    }
}
