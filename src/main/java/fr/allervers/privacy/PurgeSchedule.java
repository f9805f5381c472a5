package fr.allervers.privacy;

import java.time.Clock;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs the purge at night, and takes up what a crash left of it and of erasures. */
@Component
@ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
class PurgeSchedule {

    private final NightlyPurge purge;
    private final Erasures erasures;
    private final Resealing resealing;
    private final Clock clock;
    private final LocalTime from;
    private final LocalTime until;

    PurgeSchedule(
            NightlyPurge purge,
            Erasures erasures,
            Resealing resealing,
            Clock clock,
            @Value("${allervers.privacy.night-from:01:00}") String from,
            @Value("${allervers.privacy.night-until:05:30}") String until) {
        this.purge = purge;
        this.erasures = erasures;
        this.resealing = resealing;
        this.clock = clock;
        this.from = LocalTime.parse(from);
        this.until = LocalTime.parse(until);
    }

    @Scheduled(fixedDelayString = "${allervers.privacy.night-delay:PT5M}")
    void night() {
        var now = LocalTime.now(clock);
        if (!now.isBefore(from) && now.isBefore(until) && !purge.isOver()) {
            purge.run();
            erasures.lookAgain();
        }
    }

    /** Soon after the start, since a new key comes with one, and then every hour. */
    @Scheduled(
            initialDelayString = "${allervers.privacy.sealing-first:PT20S}",
            fixedDelayString = "${allervers.privacy.sealing-delay:PT1H}")
    void seal() {
        resealing.run();
    }

    @Scheduled(fixedDelayString = "${allervers.privacy.erasure-delay:PT1M}")
    void erasures() {
        erasures.work();
    }
}
