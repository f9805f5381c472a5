package fr.allervers.kpi.fact;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What allocation counts for. */
@Configuration(proxyBeanMethods = false)
class AllocationFacts {

    /**
     * A candidate is one part of the dwelling's case. An agreement stays one, whatever became of the lease or the dwelling. Silence until the last
     * day to answer is a refusal (CCH R441-10).
     */
    private static final String OFFERS = """
            select o.id as case_id, 'decision' as figure, c.id as part, o.agency_id, 0 as campaign_id, o.decided_at as at, c.kind as outcome, null as by_day, 0 as amount,
                   null as seconds, null as since_day
              from allocation_outcome o join candidate_outcome c on c.outcome_id = o.id where o.id in (:ids)
            union all select o.id, 'accepted', c.id, o.agency_id, 0, c.answered_at, 'ACCEPTED', null, 0,
                   timestampdiff(second, w.available_on, c.answered_at), w.available_on
              from allocation_outcome o join candidate_outcome c on c.outcome_id = o.id join offered_dwelling w on w.id = o.offered_dwelling_id
             where o.id in (:ids) and c.answered_at is not null and c.refusal is null
            union all select o.id, 'refusal', c.id, o.agency_id, 0, coalesce(c.answered_at, c.answer_by), if(c.state = 'SILENT', 'SILENT', coalesce(c.refusal, 'OTHER')), null, 0, null, null
              from allocation_outcome o join candidate_outcome c on c.outcome_id = o.id
             where o.id in (:ids) and c.state in ('REFUSED', 'SILENT') and coalesce(c.answered_at, c.answer_by) is not null
            union all select o.id, 'lease', c.id, o.agency_id, 0, c.lease_on, if(k.priority, 'PRIORITY', 'NOT_PRIORITY'), null, 0, null, null
              from allocation_outcome o join candidate_outcome c on c.outcome_id = o.id join allocation_candidate k on k.id = c.candidate_id
             where o.id in (:ids) and c.lease_on is not null and c.state = 'LEASED'
            """;

    /** An item that was voted on had its quorum, or was postponed or referred because it had none. */
    private static final String ITEMS = """
            select i.id as case_id, 'quorum' as figure, 0 as part, i.agency_id, 0 as campaign_id, i.closed_at as at,
                   if(i.state in ('COUNTED', 'DECIDED'), 'QUORUM', 'NO_QUORUM') as outcome, null as by_day, 0 as amount, null as seconds, null as since_day
              from session_item i where i.id in (:ids) and i.closed_at is not null and i.state <> 'CANCELLED'
            """;

    @Bean
    CaseSource offerFacts(JdbcClient jdbc, Clock clock) {
        return new SqlSource("allocation-offer", "allocation_outcome", null, OFFERS, jdbc, clock.getZone());
    }

    @Bean
    CaseSource itemFacts(JdbcClient jdbc, Clock clock) {
        return new SqlSource("allocation-item", "session_item", null, ITEMS, jdbc, clock.getZone());
    }
}
