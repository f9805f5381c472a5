package fr.allervers.outreach.campaign;

import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The agencies that campaigns are for, and who may see and change a campaign by them. */
@Component
class CampaignAgencies {

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;

    CampaignAgencies(JdbcClient jdbc, CurrentStaff currentStaff) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
    }

    StaffMember me() {
        return currentStaff.require();
    }

    Set<Long> of(long campaignId) {
        return jdbc.sql("select agency_id from campaign_agency where campaign_id = ?")
                .param(campaignId)
                .query(Long.class)
                .set();
    }

    /** An agency that stays keeps its target. */
    void set(long campaignId, Set<Long> agencies) {
        jdbc.sql("delete from campaign_agency where campaign_id = :campaign and agency_id not in (:agencies)")
                .param("campaign", campaignId)
                .param("agencies", agencies.isEmpty() ? Set.of(-1L) : agencies)
                .update();
        for (var agency : agencies) {
            jdbc.sql("insert ignore into campaign_agency (campaign_id, agency_id) values (?, ?)")
                    .params(campaignId, agency)
                    .update();
        }
    }

    /** The agencies that this person may list: all of theirs, or those asked for that are theirs. */
    Set<Long> allowed(StaffMember person) {
        var all = jdbc.sql("select id from agency").query(Long.class).list();
        return person.allAgencies() ? Set.copyOf(all) : intersection(all, person.agencies());
    }

    /** Whether the person works for one of the campaign's agencies at least. */
    boolean visible(long campaignId, StaffMember person) {
        return person.allAgencies() || of(campaignId).stream().anyMatch(person::worksFor);
    }

    /** Refuses (403) a person who works for none of the campaign's agencies. */
    StaffMember requireReader(long campaignId) {
        var person = currentStaff.require();
        if (!visible(campaignId, person)) {
            throw new AccessDeniedException("Another agency's campaign");
        }
        return person;
    }

    /** Refuses (403) a person who does not work for all of the campaign's agencies. */
    StaffMember requireOwner(long campaignId) {
        var person = currentStaff.require();
        if (!person.allAgencies() && !of(campaignId).stream().allMatch(person::worksFor)) {
            throw new AccessDeniedException("The campaign is for other agencies too");
        }
        return person;
    }

    private static Set<Long> intersection(List<Long> all, Set<Long> some) {
        var result = new HashSet<>(all);
        result.retainAll(some);
        return result;
    }
}
