package fr.allervers.inbox.web;

import fr.allervers.inbox.InboxSignals;
import fr.allervers.shared.web.EventStreams;
import fr.allervers.shared.web.EventStreams.News;
import fr.allervers.staff.StaffMember;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The open streams of this node. One look at the counts serves them all. */
@Component
class InboxStreams {

    private final EventStreams<Reader> streams = new EventStreams<>();
    private final InboxSignals signals;

    InboxStreams(InboxSignals signals) {
        this.signals = signals;
    }

    SseEmitter open(StaffMember reader, long since) {
        return streams.open(new Reader(reader, since));
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        streams.close();
    }

    /** Tells every stream what is new; costs one query, and none when nobody listens. */
    void look() {
        if (!streams.listeners().isEmpty()) {
            var counts = signals.read();
            streams.tell(reader -> reader.news(counts));
        }
    }

    private static final class Reader {

        private final StaffMember person;
        private final long since;
        private long told;

        private Reader(StaffMember person, long since) {
            this.person = person;
            this.since = since;
        }

        private Optional<News> news(Map<String, Long> counts) {
            var count = Math.max(0, InboxSignals.serialOf(person, counts) - since);
            if (count == told) {
                return Optional.empty();
            }
            told = count;
            return Optional.of(new News("inbox", "{\"count\":" + count + "}"));
        }
    }
}
