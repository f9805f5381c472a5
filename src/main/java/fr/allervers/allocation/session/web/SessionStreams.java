package fr.allervers.allocation.session.web;

import fr.allervers.allocation.session.SessionSignals;
import fr.allervers.shared.web.EventStreams;
import fr.allervers.shared.web.EventStreams.News;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The pages of sessions that are open on this node. One look serves them all, and each is told only that something changed: it
 * asks for what its reader may see.
 */
@Component
class SessionStreams {

    private final EventStreams<Page> streams = new EventStreams<>();
    private final SessionSignals signals;

    SessionStreams(SessionSignals signals) {
        this.signals = signals;
    }

    SseEmitter open(long sessionId) {
        // What was so before is known by the page; what changed since it was made, it asks for when it connects.
        return streams.open(new Page(sessionId, signals.of(List.of(sessionId)).get(sessionId)));
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        streams.close();
    }

    /** Tells every page whose session changed; costs one query, and none when nobody listens. */
    void look() {
        var watched = streams.listeners().stream().map(page -> page.sessionId).collect(Collectors.toSet());
        if (!watched.isEmpty()) {
            var now = signals.of(watched);
            streams.tell(page -> page.news(now));
        }
    }

    private static final class Page {

        private final long sessionId;
        private @Nullable String told;

        private Page(long sessionId, @Nullable String told) {
            this.sessionId = sessionId;
            this.told = told;
        }

        private Optional<News> news(Map<Long, String> now) {
            var token = now.get(sessionId);
            if (token == null || token.equals(told)) {
                return Optional.empty();
            }
            told = token;
            return Optional.of(new News("changed", "{}"));
        }
    }

    @Component
    @ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
    static class Look {

        private final SessionStreams streams;

        Look(SessionStreams streams) {
            this.streams = streams;
        }

        @Scheduled(fixedDelayString = "PT1S")
        void look() {
            streams.look();
        }
    }
}
