package fr.allervers.kpi.fact;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What inventories count for. */
@Configuration(proxyBeanMethods = false)
class InventoryFacts {

    /** A report that was made on the spot counts as received when it is filed: it is no declaration of the tenant's. */
    private static final String INVENTORIES = """
            select i.id as case_id, 'sealed' as figure, 0 as part, i.agency_id, 0 as campaign_id, i.sealed_at as at, 'ON_TIME|LATE' as outcome, i.keys_on as by_day,
                   0 as amount, timestampdiff(second, i.opened_at, i.sealed_at) as seconds, null as since_day
              from inventory i where i.id in (:ids) and i.sealed_at is not null
            union all select i.id, 'made', 0, i.agency_id, 0, i.sealed_at, if(i.made_as = 'DECLARED', 'ALONE', i.made_as), null, 0, null, null
              from inventory i where i.id in (:ids) and i.sealed_at is not null
            union all select i.id, 'asked', 0, i.agency_id, 0, i.submitted_at, if(i.revision > 0, 'AGAIN', 'ONCE'), null, 0, null, null
              from inventory i where i.id in (:ids) and i.submitted_at is not null
               and (i.made_as = 'DECLARED' or i.accepted_at is null or i.submitted_at < i.accepted_at)
            union all select i.id, 'exit', 0, i.agency_id, 0, s.sent_at,
                   if(s.disputed_at is not null, 'CONTESTED', if(s.matching or s.answered_at is not null, 'AGREED', 'NOT_CONTESTED')), null, 0, null, null
              from inventory i join exit_settlement s on s.inventory_id = i.id where i.id in (:ids) and s.sent_at is not null
            union all select i.id, 'deposit', 0, i.agency_id, 0, s.paid_on, 'ON_TIME|LATE', s.due_on, s.deposit_cents, timestampdiff(second, s.keys_returned_on, s.paid_on), null
              from inventory i join exit_settlement s on s.inventory_id = i.id where i.id in (:ids) and s.paid_on is not null
            """;

    @Bean
    CaseSource declaredInventoryFacts(JdbcClient jdbc, Clock clock) {
        return new SqlSource("declarative-inventory", "inventory", null, INVENTORIES, jdbc, clock.getZone());
    }
}
