package fr.allervers.outreach.calling;

import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The caller's home: what they hold, whom they promised to call back, what they did this week. */
@Component
@Transactional(readOnly = true)
public class MyCalls {

    /** A household held. */
    public record Held(
            long callId,
            String household,
            String commune,
            int attempts,
            Instant heldUntil,
            @Nullable Grade grade) {}

    /** A call promised. */
    public record CallBack(long callId, String household, Instant at) {}

    /** This week's figures. */
    public record MyFigures(int calls, int households, int reached) {}

    /** A campaign in which households wait for this caller. */
    public record OpenCampaign(long id, String name, int toCall) {}

    /** The whole page. */
    public record View(List<Held> held, List<CallBack> callBacks, List<OpenCampaign> campaigns, MyFigures thisWeek) {}

    private final JdbcClient jdbc;
    private final CallerProfiles profiles;
    private final CurrentStaff currentStaff;
    private final CallWeek week;
    private final Clock clock;

    MyCalls(JdbcClient jdbc, CallerProfiles profiles, CurrentStaff currentStaff, CallWeek week, Clock clock) {
        this.jdbc = jdbc;
        this.profiles = profiles;
        this.currentStaff = currentStaff;
        this.week = week;
        this.clock = clock;
    }

    /** The page of the person signed in; a fixed number of queries. */
    public View view() {
        var me = currentStaff.require();
        return new View(held(me), callBacks(me), campaigns(me), figures(me));
    }

    private List<Held> held(StaffMember me) {
        return jdbc.sql("""
                        select c.id as call_id, h.name as household, coalesce(b.commune, '') as commune, c.attempts, c.held_until, c.grade
                          from household_call c join household h on h.id = c.household_id
                          left join dwelling d on d.id = h.dwelling_id left join building b on b.id = d.building_id
                         where c.holder_id = ? and c.state = 'TO_CALL' and c.held_until > ?
                         order by c.fresh desc, c.priority desc, c.id limit 200
                        """).params(me.id(), clock.instant()).query(Held.class).list();
    }

    private List<CallBack> callBacks(StaffMember me) {
        return jdbc.sql("""
                        select c.id as call_id, h.name as household, c.callable_from as at
                          from household_call c join household h on h.id = c.household_id
                         where c.wanted_caller_id = ? and c.state in ('TO_CALL', 'WAITING') and c.callable_from is not null
                         order by c.callable_from, c.id limit 50
                        """).param(me.id()).query(CallBack.class).list();
    }

    private List<OpenCampaign> campaigns(StaffMember me) {
        return jdbc.sql("""
                        select k.id, k.name, (select count(*) from household_call c where c.campaign_id = k.id and c.state = 'TO_CALL'
                                 and (c.holder_id is null or c.held_until <= :now) and (:all or c.agency_id in (:agencies)) and c.language in (:languages)) as to_call
                          from campaign k where k.state = 'RUNNING'
                           and (:all or exists (select 1 from campaign_agency a where a.campaign_id = k.id and a.agency_id in (:agencies)))
                         order by k.name
                        """)
                .param("now", clock.instant())
                .param("all", me.allAgencies())
                .param("agencies", me.agenciesOrNone())
                .param("languages", profiles.of(me.id()).languages())
                .query(OpenCampaign.class)
                .list();
    }

    private MyFigures figures(StaffMember me) {
        return jdbc.sql("""
                        select count(*) as calls, count(distinct call_id) as households,
                               count(distinct if(disposition = 'REACHED', call_id, null)) as reached
                          from call_attempt where caller_id = ? and at >= ? and at < ?
                        """)
                .params(me.id(), week.start(), week.end())
                .query(MyFigures.class)
                .single();
    }
}
