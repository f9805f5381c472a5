package fr.allervers.inbox.web;

import fr.allervers.inbox.InboxSignals;
import fr.allervers.staff.StaffMember;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The open streams of this node. One look at the counts serves them all. */
@Component
class InboxStreams {

    /** Browsers connect again by themselves. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    /** So many looks without news, and an empty line shows whether the reader is still there. */
    private static final int QUIET = 10;

    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private final InboxSignals signals;

    InboxStreams(InboxSignals signals) {
        this.signals = signals;
    }

    SseEmitter open(StaffMember reader, long since) {
        var stream = new Stream(reader, since, new SseEmitter(LIFE.toMillis()));
        stream.emitter.onCompletion(() -> open.remove(stream));
        stream.emitter.onTimeout(stream.emitter::complete);
        stream.emitter.onError(error -> open.remove(stream));
        open.add(stream);
        return stream.emitter;
    }

    /** Lets the readers go when the application stops: it would wait for them, they find another node. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        open.forEach(stream -> stream.emitter.complete());
    }

    /** Tells every stream what is new; costs one query, and none when nobody listens. */
    void look() {
        if (open.isEmpty()) {
            return;
        }
        var counts = signals.read();
        open.forEach(stream -> {
            if (!stream.tell(counts)) {
                open.remove(stream);
            }
        });
    }

    private static final class Stream {

        private final StaffMember reader;
        private final long since;
        private final SseEmitter emitter;
        private long told;
        private int quiet;

        private Stream(StaffMember reader, long since, SseEmitter emitter) {
            this.reader = reader;
            this.since = since;
            this.emitter = emitter;
        }

        private boolean tell(Map<String, Long> counts) {
            var count = Math.max(0, InboxSignals.serialOf(reader, counts) - since);
            try {
                if (count != told) {
                    emitter.send(SseEmitter.event().name("inbox").data("{\"count\":" + count + "}"));
                    told = count;
                    quiet = 0;
                } else if (++quiet >= QUIET) {
                    emitter.send(SseEmitter.event().comment(""));
                    quiet = 0;
                }
                return true;
            } catch (IOException | IllegalStateException e) {
                emitter.completeWithError(e);
                return false;
            }
        }
    }
}
