package fr.allervers.operations;

import jakarta.annotation.PreDestroy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** This node's sign of life. */
@Component
@ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
class Heartbeat {

    private final Nodes nodes;

    Heartbeat(Nodes nodes) {
        this.nodes = nodes;
    }

    @Scheduled(fixedDelayString = "PT15S")
    void beat() {
        nodes.beat();
    }

    @PreDestroy
    void leave() {
        nodes.leave();
    }
}
