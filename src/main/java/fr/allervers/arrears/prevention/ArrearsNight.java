package fr.allervers.arrears.prevention;

import fr.allervers.shared.ChunkWork;
import fr.allervers.shared.Retry;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The night's work: accounts in debt are looked at in one pass, cases opened, open ones brought up to date. Run it as often as one
 * likes, on any number of nodes: a night is done once.
 */
@Component
public class ArrearsNight {

    private static final Logger LOG = LoggerFactory.getLogger(ArrearsNight.class);

    private final NightDetection detection;
    private final AccountWatch watch;
    private final Clock clock;
    private final ChunkWork work;

    ArrearsNight(
            NightDetection detection,
            AccountWatch watch,
            Clock clock,
            @Value("${allervers.launch.threads:4}") int threads) {
        this.detection = detection;
        this.watch = watch;
        this.clock = clock;
        this.work = new ChunkWork(threads);
    }

    /** Does what is left of today's night and says how many cases were started. */
    public int run() {
        var night = LocalDate.now(clock);
        if (detection.find(night) == null) {
            Retry.onConflict(() -> detection.begin(night));
        }
        while (Retry.onConflict(() -> detection.listNext(night))) {
            // slice after slice
        }
        while (Retry.onConflict(() -> detection.refreshNext(night))) {
            // chunk after chunk
        }
        var started = launch();
        watch.sweep();
        return started;
    }

    /** Looks at all accounts once more today: after an import that came late. */
    public int runAgain() {
        Retry.onConflict(() -> detection.again(LocalDate.now(clock)));
        return run();
    }

    /** Whether today's night is over. */
    public boolean isDone() {
        var night = detection.find(LocalDate.now(clock));
        return night != null && night.ended();
    }

    /** Starts the processes of all listed cases; failures are noted, and leave theirs listed. */
    int launch() {
        return work.run(
                detection::startNext, problem -> LOG.warn("A chunk of arrears cases failed and stays listed", problem));
    }
}
