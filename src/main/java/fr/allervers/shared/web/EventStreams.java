package fr.allervers.shared.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The streams of server-sent events that are open on this node, and who listens to each. Several threads may open and tell at
 * once.
 *
 * @param <T> who listens, and what was told so far
 */
public final class EventStreams<T> {

    /** Browsers connect again by themselves. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    /** So many looks without news, and an empty line shows whether the reader is still there. */
    private static final int QUIET = 10;

    private final Set<Stream<T>> open = ConcurrentHashMap.newKeySet();

    /** Something new: the event's name and its data, one line. */
    public record News(String name, String data) {}

    private static final class Stream<T> {

        private final T listener;
        private final SseEmitter emitter = new SseEmitter(LIFE.toMillis());
        private int quiet;

        private Stream(T listener) {
            this.listener = listener;
        }
    }

    /** A stream for this listener, to be returned by a controller. */
    public SseEmitter open(T listener) {
        var stream = new Stream<>(listener);
        stream.emitter.onCompletion(() -> open.remove(stream));
        stream.emitter.onTimeout(stream.emitter::complete);
        stream.emitter.onError(error -> open.remove(stream));
        open.add(stream);
        return stream.emitter;
    }

    /** Who listens now. */
    public Collection<T> listeners() {
        return open.stream().map(stream -> stream.listener).toList();
    }

    /** Asks for each listener what is new to it, and sends that; who does not read any more is let go. */
    public void tell(Function<? super T, Optional<News>> news) {
        open.forEach(stream -> {
            if (!send(stream, news.apply(stream.listener))) {
                open.remove(stream);
            }
        });
    }

    private static boolean send(Stream<?> stream, Optional<News> news) {
        try {
            if (news.isPresent()) {
                stream.emitter.send(SseEmitter.event()
                        .name(news.get().name())
                        .data(news.get().data()));
                stream.quiet = 0;
            } else if (++stream.quiet >= QUIET) {
                stream.emitter.send(SseEmitter.event().comment(""));
                stream.quiet = 0;
            }
            return true;
        } catch (IOException | IllegalStateException e) {
            stream.emitter.completeWithError(e);
            return false;
        }
    }

    /** Lets the listeners go when the application stops: it would wait for them, they find another node. */
    public void close() {
        open.forEach(stream -> stream.emitter.complete());
        open.clear();
    }
}
