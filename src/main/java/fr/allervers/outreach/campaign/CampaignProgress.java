package fr.allervers.outreach.campaign;

import fr.allervers.staff.StaffMember;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far campaigns are, in one query per table. */
@Component
@Transactional(readOnly = true)
public class CampaignProgress {

    /** A campaign in the list. */
    public record Card(
            long id, String name, Purpose purpose, CampaignState state, LocalDate startsOn, LocalDate endsOn) {}

    /**
     * Households by how far their call is.
     *
     * @param toStart listed, their case not started yet
     * @param called called once at least
     */
    public record Counts(long id, String name, int total, int toStart, int called, int reached, int closed) {

        static final Counts NONE = new Counts(0, "", 0, 0, 0, 0, 0);

        /** Percentage of the called who were reached. */
        public int responseRate() {
            return called == 0 ? 0 : Math.round(100f * reached / called);
        }

        /** Percentage of so many households that were called at least once. */
        public int rateOf(int target) {
            return target == 0 ? 0 : Math.round(100f * called / target);
        }

        public int started() {
            return total - toStart;
        }
    }

    /** A caller's work in a campaign. */
    public record CallerCounts(long callerId, String caller, int calls, int households, int reached) {}

    private static final String COUNTS = """
            count(*) as total, sum(h.state = 'LISTED') as to_start, sum(h.first_called_at is not null) as called,
            sum(h.reached_at is not null) as reached, sum(h.state = 'CLOSED') as closed
            """;

    private final JdbcClient jdbc;

    CampaignProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The campaigns that this person sees, running ones first, newest first. */
    public List<Card> cards(StaffMember reader) {
        return jdbc.sql("""
                        select c.id, c.name, c.purpose, c.state, c.starts_on, c.ends_on from campaign c
                         where :all or exists (select 1 from campaign_agency a where a.campaign_id = c.id and a.agency_id in (:agencies))
                         order by field(c.state, 'RUNNING', 'PROPOSED', 'DRAFT', 'CLOSED', 'REPORTED'), c.id desc limit 200
                        """)
                .param("all", reader.allAgencies())
                .param("agencies", reader.agenciesOrNone())
                .query(Card.class)
                .list();
    }

    /** Counts of these campaigns, by campaign. */
    public Map<Long, Counts> byCampaign(Collection<Long> campaigns, StaffMember reader) {
        if (campaigns.isEmpty()) {
            return Map.of();
        }
        return byId("select h.campaign_id as id, '' as name, " + COUNTS + """
                         from household_call h where h.campaign_id in (:campaigns) and (:all or h.agency_id in (:agencies)) group by h.campaign_id
                        """, campaigns, reader);
    }

    /** Counts by wave. */
    public Map<Long, Counts> byWave(long campaignId, StaffMember reader) {
        return byId("select h.wave_id as id, '' as name, " + COUNTS + """
                         from household_call h where h.campaign_id in (:campaigns) and (:all or h.agency_id in (:agencies)) group by h.wave_id
                        """, Set.of(campaignId), reader);
    }

    /** Counts by agency, in the order of their names. */
    public List<Counts> byAgency(long campaignId, StaffMember reader) {
        return list("select h.agency_id as id, a.name, " + COUNTS + """
                         from household_call h join agency a on a.id = h.agency_id
                        where h.campaign_id in (:campaigns) and (:all or h.agency_id in (:agencies)) group by h.agency_id, a.name order by a.name
                        """, Set.of(campaignId), reader);
    }

    /** Counts by caller, the busiest first. */
    public List<CallerCounts> byCaller(long campaignId, StaffMember reader) {
        return jdbc.sql("""
                        select t.caller_id, s.display_name as caller, count(*) as calls, count(distinct t.call_id) as households,
                               count(distinct if(t.disposition = 'REACHED', t.call_id, null)) as reached
                          from household_call h join call_attempt t on t.call_id = h.id join staff_member s on s.id = t.caller_id
                         where h.campaign_id = :campaign and (:all or h.agency_id in (:agencies))
                         group by t.caller_id, s.display_name order by calls desc, caller
                        """)
                .param("campaign", campaignId)
                .param("all", reader.allAgencies())
                .param("agencies", reader.agenciesOrNone())
                .query(CallerCounts.class)
                .list();
    }

    /** The sum over all agencies. */
    public static Counts total(Collection<Counts> counts) {
        return counts.stream()
                .reduce(
                        Counts.NONE,
                        (one, two) -> new Counts(
                                0,
                                "",
                                one.total() + two.total(),
                                one.toStart() + two.toStart(),
                                one.called() + two.called(),
                                one.reached() + two.reached(),
                                one.closed() + two.closed()));
    }

    private Map<Long, Counts> byId(String sql, Collection<Long> campaigns, StaffMember reader) {
        return list(sql, campaigns, reader).stream().collect(Collectors.toMap(Counts::id, Function.identity()));
    }

    private List<Counts> list(String sql, Collection<Long> campaigns, StaffMember reader) {
        return jdbc.sql(sql)
                .param("campaigns", campaigns)
                .param("all", reader.allAgencies())
                .param("agencies", reader.agenciesOrNone())
                .query(Counts.class)
                .list();
    }
}
