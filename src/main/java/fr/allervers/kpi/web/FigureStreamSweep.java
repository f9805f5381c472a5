package fr.allervers.kpi.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for new figures every three seconds while somebody listens. */
@Component
@ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
class FigureStreamSweep {

    private final FigureStreams streams;

    FigureStreamSweep(FigureStreams streams) {
        this.streams = streams;
    }

    @Scheduled(fixedDelayString = "PT3S")
    void look() {
        streams.look();
    }
}
