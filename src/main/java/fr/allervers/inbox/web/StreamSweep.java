package fr.allervers.inbox.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for new tasks every two seconds while somebody listens. */
@Component
@ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
class StreamSweep {

    private final InboxStreams streams;

    StreamSweep(InboxStreams streams) {
        this.streams = streams;
    }

    @Scheduled(fixedDelayString = "PT2S")
    void look() {
        streams.look();
    }
}
