package fr.allervers.kpi.fact;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What call campaigns count for. */
@Configuration(proxyBeanMethods = false)
class OutreachFacts {

    /** Households called, reached, graded; and what was done when somebody was in danger, whoever did it. */
    private static final String CALLS = """
            select h.id as case_id, 'listed' as figure, 0 as part, h.agency_id, h.campaign_id, h.started_at as at,
                   if(h.first_called_at is null, 'NOT_CALLED', 'CALLED') as outcome, null as by_day, 0 as amount,
                   timestampdiff(second, h.started_at, h.first_called_at) as seconds, null as since_day
              from household_call h where h.id in (:ids) and h.started_at is not null and h.campaign_id is not null
            union all select h.id, 'called', 0, h.agency_id, coalesce(h.campaign_id, 0), h.first_called_at,
                   if(h.reached_at is null, 'NOT_REACHED', 'REACHED'), null, 0, null, null
              from household_call h where h.id in (:ids) and h.first_called_at is not null
            union all select h.id, 'contact', 0, h.agency_id, coalesce(h.campaign_id, 0), h.reached_at, 'REACHED', null, h.attempts, null, null
              from household_call h where h.id in (:ids) and h.reached_at is not null
            union all select h.id, 'grade', 0, h.agency_id, coalesce(h.campaign_id, 0), h.graded_at, h.grade, null, 0, null, null
              from household_call h where h.id in (:ids) and h.graded_at is not null and h.grade is not null
            union all select h.id, 'action', 0, h.agency_id, coalesce(h.campaign_id, 0), h.graded_at,
                   concat(h.grade, if(k.done_at is null, '_OPEN', if(k.done_at <= k.due_at, '_IN_TIME', '_LATE'))), null, 0,
                   timestampdiff(second, h.graded_at, k.done_at), null
              from household_call h left join
                   (select case_id, min(if(outcome <> 'DROPPED', closed_at, null)) as done_at, min(if(step = 'take-charge-situation', due_at, null)) as due_at
                      from kpi_task where case_kind = 'household-call' and case_id in (:ids)
                       and step in ('take-charge-situation', 'supervisor-takes-charge', 'director-takes-charge') group by case_id) k on k.case_id = h.id
             where h.id in (:ids) and h.graded_at is not null and h.grade in ('ORANGE', 'RED')
            """;

    private static final String REFERRALS = """
            select r.id as case_id, 'referral' as figure, 0 as part, r.agency_id, coalesce(r.campaign_id, 0) as campaign_id, r.opened_at as at,
                   if(r.state = 'CLOSED', 'CLOSED', if(r.state = 'INTERRUPTED', 'INTERRUPTED', 'OPEN')) as outcome, null as by_day, 0 as amount,
                   if(r.state = 'CLOSED', timestampdiff(second, r.opened_at, r.closed_at), null) as seconds, null as since_day
              from referral r where r.id in (:ids)
            """;

    /** An appointed call is missed once the next one has come, or the series is over, without it. */
    private static final String SERIES = """
            select s.id as case_id, 'call-back' as figure, c.id as part, s.agency_id, coalesce(s.campaign_id, 0) as campaign_id, c.due_at as at,
                   if(c.called_at is not null, 'KEPT', if(s.state = 'ENDED' or exists
                     (select 1 from series_call later where later.series_id = s.id and later.due_at > c.due_at), 'MISSED', 'WAITING')) as outcome,
                   null as by_day, 0 as amount, null as seconds, null as since_day
              from call_series s join series_call c on c.series_id = s.id where s.id in (:ids)
            """;

    @Bean
    CaseSource callFacts(JdbcClient jdbc, Clock clock) {
        return new SqlSource("household-call", "household_call", "campaign_id", CALLS, jdbc, clock.getZone());
    }

    @Bean
    CaseSource referralFacts(JdbcClient jdbc, Clock clock) {
        return new SqlSource("partner-referral", "referral", "campaign_id", REFERRALS, jdbc, clock.getZone());
    }

    @Bean
    CaseSource seriesFacts(JdbcClient jdbc, Clock clock) {
        return new SqlSource("regular-calls", "call_series", "campaign_id", SERIES, jdbc, clock.getZone());
    }
}
