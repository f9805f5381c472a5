package fr.allervers.outreach.campaign;

import fr.allervers.shared.Retry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes up launches and closings, also those that a crash left. */
@Component
@ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
class CampaignSchedule {

    private final LaunchWork launches;
    private final CampaignClosing closings;

    CampaignSchedule(LaunchWork launches, CampaignClosing closings) {
        this.launches = launches;
        this.closings = closings;
    }

    @Scheduled(fixedDelayString = "${allervers.launch.delay:PT2S}")
    void launch() {
        launches.run();
    }

    @Scheduled(fixedDelayString = "${allervers.closing.delay:PT5S}")
    void close() {
        while (Retry.onConflict(closings::next) > 0) {
            // chunk after chunk
        }
    }
}
