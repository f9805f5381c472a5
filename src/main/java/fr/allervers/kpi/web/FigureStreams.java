package fr.allervers.kpi.web;

import fr.allervers.kpi.fact.FigureState;
import fr.allervers.shared.web.EventStreams;
import fr.allervers.shared.web.EventStreams.News;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The dashboards that are open on this node: one look at the figures' version serves them all. */
@Component
class FigureStreams {

    /** Each remembers the version that its page shows. */
    private final EventStreams<AtomicLong> streams = new EventStreams<>();

    private final FigureState state;

    FigureStreams(FigureState state) {
        this.state = state;
    }

    SseEmitter open(long version) {
        return streams.open(new AtomicLong(version));
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        streams.close();
    }

    /** Tells every page of newer figures; costs one query, and none when nobody listens. */
    void look() {
        if (!streams.listeners().isEmpty()) {
            var now = state.now().version();
            streams.tell(told -> told.getAndSet(now) == now
                    ? Optional.empty()
                    : Optional.of(new News("figures", "{\"count\":" + now + "}")));
        }
    }
}
