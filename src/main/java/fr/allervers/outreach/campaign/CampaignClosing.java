package fr.allervers.outreach.campaign;

import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops the calls of closed campaigns, 50 in a transaction, resumed wherever it was left. Two sorts of calls go on: a
 * conversation under way (it ends with the caller's hold), and an urgent situation that an advisor has to take charge
 * of.
 */
@Component
public class CampaignClosing {

    private static final int CHUNK = 50;
    private static final Duration CONVERSATION = Duration.ofHours(2);

    private final JdbcClient jdbc;
    private final Cases cases;
    private final EntityManager entities;
    private final Clock clock;

    CampaignClosing(JdbcClient jdbc, Cases cases, EntityManager entities, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.entities = entities;
        this.clock = clock;
    }

    /** Stops the next calls and says how many. */
    @Transactional
    public int next() {
        var ids = jdbc.sql("""
                        select h.id from household_call h
                         where h.campaign_id in (select c.id from campaign c where c.state in ('CLOSED', 'REPORTED'))
                           and h.state in ('LISTED', 'TO_CALL', 'WAITING') and (h.grade is null or h.grade not in ('ORANGE', 'RED'))
                           and not exists (select 1 from call_draft d where d.call_id = h.id and d.saved_at > :spoken)
                         order by h.id limit :chunk for update skip locked
                        """)
                .param("spoken", Timestamp.from(clock.instant().minus(CONVERSATION)))
                .param("chunk", CHUNK)
                .query(Long.class)
                .list();
        ids.forEach(id -> cases.correlate("household-interrupted", new CaseRef("household-call", id)));
        entities.flush();
        closeRows(ids);
        return ids.size();
    }

    /** Closes the campaign's households whose case was not started. */
    void closeListed(long campaignId) {
        jdbc.sql("""
                        update household_call set state = 'CLOSED', outcome = 'INTERRUPTED', closed_at = ?
                         where campaign_id = ? and state = 'LISTED'
                        """).params(Timestamp.from(clock.instant()), campaignId).update();
    }

    private void closeRows(List<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            update household_call set state = 'CLOSED', outcome = 'INTERRUPTED', closed_at = :now
                             where id in (:ids) and state <> 'CLOSED'
                            """)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("ids", ids)
                    .update();
        }
    }
}
