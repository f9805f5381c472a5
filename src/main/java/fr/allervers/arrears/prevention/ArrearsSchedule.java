package fr.allervers.arrears.prevention;

import fr.allervers.ledger.LedgerImports;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs the night once the day's import is in, and takes up what a crash or an import left. */
@Component
@ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
class ArrearsSchedule {

    private final ArrearsNight night;
    private final AccountWatch watch;
    private final LedgerImports imports;
    private final Clock clock;
    private final LocalTime notBefore;

    ArrearsSchedule(
            ArrearsNight night,
            AccountWatch watch,
            LedgerImports imports,
            Clock clock,
            @Value("${allervers.arrears.night-from:06:00}") String notBefore) {
        this.night = night;
        this.watch = watch;
        this.imports = imports;
        this.clock = clock;
        this.notBefore = LocalTime.parse(notBefore);
    }

    @Scheduled(fixedDelayString = "${allervers.arrears.night-delay:PT5M}")
    void night() {
        if (!LocalTime.now(clock).isBefore(notBefore) && !night.isDone() && !imports.isUnderWay()) {
            night.run();
        }
    }

    @Scheduled(fixedDelayString = "${allervers.arrears.watch-delay:PT3S}")
    void watch() {
        night.launch();
        watch.sweep();
    }
}
