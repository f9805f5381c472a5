package fr.allervers.kpi.alert;

import fr.allervers.shared.Retry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at the figures every quarter of an hour. */
@Component
@ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
class FigureAlertSweep {

    private final FigureAlerts alerts;

    FigureAlertSweep(FigureAlerts alerts) {
        this.alerts = alerts;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT15M")
    void look() {
        Retry.onConflict(alerts::look);
    }
}
