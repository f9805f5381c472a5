package fr.allervers.outreach.campaign;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The landlord's call campaigns. */
@Component
@Transactional
public class CallCampaigns {

    private final Campaigns campaigns;
    private final Waves waves;

    CallCampaigns(Campaigns campaigns, Waves waves) {
        this.campaigns = campaigns;
        this.waves = waves;
    }

    /** What the other parts of outreach need of a campaign. */
    @Transactional(readOnly = true)
    public CampaignSummary summary(Long campaignId) {
        return campaigns.findById(campaignId).orElseThrow().summary();
    }

    /** The campaigns in which calls are made, by name. */
    @Transactional(readOnly = true)
    public List<CampaignSummary> running() {
        return campaigns.findAll().stream()
                .filter(campaign -> campaign.state() == CampaignState.RUNNING)
                .map(Campaign::summary)
                .sorted(java.util.Comparator.comparing(CampaignSummary::name))
                .toList();
    }

    /** A wave, with its deadline. */
    @Transactional(readOnly = true)
    public Optional<CampaignWave> wave(long waveId) {
        return waves.findById(waveId);
    }
}
