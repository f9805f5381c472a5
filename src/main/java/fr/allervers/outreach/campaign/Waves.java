package fr.allervers.outreach.campaign;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface Waves extends JpaRepository<CampaignWave, Long> {
    List<CampaignWave> findByCampaignIdOrderByNumber(long campaignId);
}
