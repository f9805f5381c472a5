package fr.allervers.kpi.monthly;

import fr.allervers.shared.Retry;
import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Writes the month's figures from seven o'clock on, one person at a time; a node that died leaves the rest to the next turn. */
@Component
@ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
class MonthlySweep {

    private static final int FROM_HOUR = 7;

    private final MonthlyFigures monthly;
    private final Clock clock;

    MonthlySweep(MonthlyFigures monthly, Clock clock) {
        this.monthly = monthly;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT30M")
    void write() {
        if (LocalDateTime.now(clock).getHour() < FROM_HOUR) {
            return;
        }
        for (var next = monthly.next(); next.isPresent(); next = monthly.next()) {
            var person = next.get();
            if (!Retry.onConflict(() -> monthly.write(person))) {
                return;
            }
        }
    }
}
