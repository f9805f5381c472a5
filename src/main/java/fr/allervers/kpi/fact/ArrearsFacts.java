package fr.allervers.kpi.fact;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the prevention of unpaid rent counts for. */
@Configuration(proxyBeanMethods = false)
class ArrearsFacts {

    /** The first contact: the first message, call or visit on the case's timeline. Before the letter: no letter of the ladder was written. */
    private static final String CASES = """
            select c.id as case_id, 'arrears-opened' as figure, 0 as part, c.agency_id, 0 as campaign_id, c.opened_on as at,
                   if(t.first_at is null, 'NOT_CONTACTED', 'CONTACTED') as outcome, null as by_day, c.debt_cents as amount,
                   timestampdiff(second, c.opened_on, t.first_at) as seconds, c.opened_on as since_day
              from arrears_case c left join
                   (select case_id, min(at) as first_at from timeline_entry where case_kind = 'unpaid-rent-prevention' and case_id in (:ids)
                       and kind in ('MESSAGE', 'CALL', 'VISIT') group by case_id) t on t.case_id = c.id
             where c.id in (:ids)
            union all select c.id, 'arrears-closed', 0, c.agency_id, 0, c.closed_at,
                   if(c.close_reason <> 'DEBT_CLEARED', 'BY_DECISION', if(c.last_step is null or c.last_step in ('SMS', 'CALL', 'APPOINTMENT'), 'CLEARED_EARLY', 'CLEARED_LATE')),
                   null, 0, timestampdiff(second, c.opened_on, c.closed_at), c.opened_on
              from arrears_case c where c.id in (:ids) and c.closed_at is not null
            union all select o.case_id, 'appointment', o.id, o.agency_id, 0, o.offered_at,
                   coalesce((select if(max(a.state = 'HELD'), 'HELD', if(max(a.state = 'BOOKED'), 'BOOKED', if(max(a.state = 'NO_SHOW'), 'NO_SHOW', 'OFFERED')))
                               from appointment a where a.offer_id = o.id), 'OFFERED'), null, 0, null, null
              from appointment_offer o where o.case_kind = 'unpaid-rent-prevention' and o.case_id in (:ids)
            """;

    private static final String PLANS = """
            select p.id as case_id, 'plan' as figure, 0 as part, p.agency_id, 0 as campaign_id, p.signed_at as at,
                   if(p.status = 'SIGNED', 'RUNNING', p.status) as outcome, null as by_day, p.debt_cents as amount, null as seconds, null as since_day
              from repayment_plan p where p.id in (:ids) and p.signed_at is not null
            union all select p.id, 'plan-ended', 0, p.agency_id, 0, p.ended_at, p.status, null, p.debt_cents, timestampdiff(second, p.signed_at, p.ended_at), null
              from repayment_plan p where p.id in (:ids) and p.ended_at is not null and p.signed_at is not null and p.status in ('KEPT', 'BROKEN')
            """;

    private static final String AIDS = """
            select a.id as case_id, 'aid' as figure, 0 as part, a.agency_id, 0 as campaign_id, coalesce(a.decided_on, a.asked_on) as at,
                   if(a.state in ('ASKED', 'PENDING'), 'WAITING', a.state) as outcome, null as by_day,
                   if(a.state = 'GRANTED', coalesce(a.granted_cents, 0), 0) as amount,
                   if(a.decided_on is null, null, timestampdiff(second, a.asked_on, a.decided_on)) as seconds, null as since_day
              from aid_request a where a.id in (:ids)
            """;

    @Bean
    CaseSource unpaidRentFacts(JdbcClient jdbc, Clock clock) {
        return new SqlSource("unpaid-rent-prevention", "arrears_case", null, CASES, jdbc, clock.getZone());
    }

    @Bean
    CaseSource planFacts(JdbcClient jdbc, Clock clock) {
        return new SqlSource("repayment-plan", "repayment_plan", null, PLANS, jdbc, clock.getZone());
    }

    @Bean
    CaseSource aidFacts(JdbcClient jdbc, Clock clock) {
        return new SqlSource("aid-request", "aid_request", null, AIDS, jdbc, clock.getZone());
    }
}
