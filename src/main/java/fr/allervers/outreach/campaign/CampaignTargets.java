package fr.allervers.outreach.campaign;

import fr.allervers.shared.web.UserError;
import fr.allervers.workflow.Timeline;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many households each agency of a campaign is to call — objectif; an agency without one calls all on its list. */
@Component
@Transactional
public class CampaignTargets {

    /** More than any landlord has in one agency. */
    public static final int MOST = 100_000;

    /**
     * An agency's target.
     *
     * @param listed households on its list by now
     * @param own the number somebody set; none: the whole list
     */
    public record AgencyTarget(
            long agencyId,
            String agency,
            int listed,
            @Nullable Integer own) {

        /** Households to call. */
        public int households() {
            return own == null ? listed : own;
        }
    }

    private final Campaigns campaigns;
    private final CampaignAgencies agencies;
    private final CampaignDiary diary;
    private final JdbcClient jdbc;

    CampaignTargets(Campaigns campaigns, CampaignAgencies agencies, CampaignDiary diary, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.agencies = agencies;
        this.diary = diary;
        this.jdbc = jdbc;
    }

    /** All agencies of the campaign by name; for people of one of them. */
    @Transactional(readOnly = true)
    public List<AgencyTarget> of(long campaignId) {
        agencies.requireReader(campaignId);
        return jdbc.sql("""
                        select a.id as agency_id, a.name as agency, c.target as own,
                               (select count(*) from household_call h where h.campaign_id = c.campaign_id and h.agency_id = a.id) as listed
                          from campaign_agency c join agency a on a.id = c.agency_id where c.campaign_id = ? order by a.name, a.id
                        """).param(campaignId).query(AgencyTarget.class).list();
    }

    /** The households to call, by agency. */
    @Transactional(readOnly = true)
    public Map<Long, Integer> byAgency(long campaignId) {
        return of(campaignId).stream().collect(Collectors.toMap(AgencyTarget::agencyId, AgencyTarget::households));
    }

    /**
     * Sets the targets of a campaign that is not closed.
     *
     * @param targets households by agency, 1 to {@value #MOST}; an agency left out has its whole list as its target
     */
    public void set(long campaignId, Map<Long, Integer> targets) {
        agencies.requireOwner(campaignId);
        var campaign = campaigns
                .lockById(campaignId)
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "campaign.error.unknown"));
        if (campaign.isOver()) {
            throw new UserError(HttpStatus.CONFLICT, "campaign.error.closed");
        }
        if (!agencies.of(campaignId).containsAll(targets.keySet())
                || targets.values().stream().anyMatch(target -> target < 1 || target > MOST)) {
            throw new UserError("campaign.error.target", MOST);
        }
        jdbc.sql("update campaign_agency set target = null where campaign_id = ?")
                .param(campaignId)
                .update();
        targets.forEach((agency, target) -> jdbc.sql(
                        "update campaign_agency set target = ? where campaign_id = ? and agency_id = ?")
                .params(target, campaignId, agency)
                .update());
        diary.note(campaignId, Timeline.Kind.DECISION, "targets-set", null);
    }
}
