package fr.allervers.outreach.campaign;

import fr.allervers.partners.CoverageGap;
import fr.allervers.partners.Partners;
import fr.allervers.partners.Service;
import fr.allervers.shared.web.UserError;
import fr.allervers.workflow.Timeline;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whether partners stand ready where a campaign calls, for what it may be asked. */
@Component
public class CampaignCoverage {

    private final Campaigns campaigns;
    private final CampaignWaves waves;
    private final Partners partners;
    private final CampaignDiary diary;
    private final JdbcClient jdbc;

    CampaignCoverage(
            Campaigns campaigns, CampaignWaves waves, Partners partners, CampaignDiary diary, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.partners = partners;
        this.diary = diary;
        this.jdbc = jdbc;
    }

    /** The services that no partner gives in these communes (INSEE codes). */
    @Transactional(readOnly = true)
    public List<PartnerCheck.Gap> gaps(Set<String> communes, Set<Service> services) {
        return named(partners.gaps(communes, services));
    }

    /** The communes of the campaign's audience without a partner for a service it needs. */
    @Transactional(readOnly = true)
    public PartnerCheck checkPartners(long id) {
        var campaign =
                campaigns.findById(id).orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "campaign.error.unknown"));
        return new PartnerCheck(named(waves.gaps(campaign)), campaign.partnerOverride());
    }

    /**
     * Refuses these gaps without a reason; a reason is noted.
     *
     * @throws UserError naming the communes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void require(Campaign campaign, Set<CoverageGap> gaps, @Nullable String reason) {
        if (gaps.isEmpty()) {
            return;
        }
        if (reason == null || reason.isBlank()) {
            throw new UserError(
                    "campaign.error.gaps",
                    named(gaps).stream().map(PartnerCheck.Gap::commune).collect(Collectors.joining(", ")));
        }
        diary.note(campaign.id(), Timeline.Kind.DECISION, "gaps-overruled", reason.strip());
    }

    private List<PartnerCheck.Gap> named(Set<CoverageGap> gaps) {
        if (gaps.isEmpty()) {
            return List.of();
        }
        var names = jdbc
                .sql("select insee, min(commune) as commune from building where insee in (:codes) group by insee")
                .param("codes", gaps.stream().map(CoverageGap::insee).collect(Collectors.toSet()))
                .query((row, number) -> Map.entry(row.getString("insee"), row.getString("commune")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return gaps.stream()
                .collect(Collectors.groupingBy(
                        CoverageGap::insee,
                        TreeMap::new,
                        Collectors.mapping(CoverageGap::service, Collectors.toList())))
                .entrySet()
                .stream()
                .map(gap -> new PartnerCheck.Gap(
                        gap.getKey(),
                        names.getOrDefault(gap.getKey(), gap.getKey()),
                        gap.getValue().stream().sorted().toList()))
                .sorted(Comparator.comparing(PartnerCheck.Gap::commune))
                .toList();
    }
}
