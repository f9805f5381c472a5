package fr.allervers.outreach.campaign;

import fr.allervers.workflow.Cases;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts the cases of listed households, chunk by chunk. Any number of threads and machines may ask for the next chunk
 * at once: the rows of a chunk are locked, and their state and their engine case are written in one transaction, so
 * that a crash leaves a household either listed without a case or started with exactly one.
 */
@Component
public class CampaignLaunch {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Clock clock;
    private final int chunkSize;

    CampaignLaunch(
            JdbcClient jdbc, Cases cases, Clock clock, @Value("${allervers.launch.chunk-size:50}") int chunkSize) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clock = clock;
        this.chunkSize = chunkSize;
    }

    /** Starts the next chunk of any running campaign. */
    @Transactional
    public LaunchChunk next() {
        var ids = lockNext();
        if (ids.isEmpty()) {
            return new LaunchChunk(0);
        }
        jdbc.sql("update household_call set state = 'TO_CALL', started_at = :now where id in (:ids)")
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", ids)
                .update();
        cases.startAll("household-call", ids);
        return new LaunchChunk(ids.size());
    }

    private List<Long> lockNext() {
        return jdbc.sql("""
                        select c.id from campaign c where c.state = 'RUNNING'
                           and exists (select 1 from household_call h where h.state = 'LISTED' and h.campaign_id = c.id)
                         order by c.id
                        """).query(Long.class).stream()
                .map(this::lockNextOf)
                .filter(ids -> !ids.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Long> lockNextOf(long campaignId) {
        return jdbc.sql("""
                        select id from household_call where state = 'LISTED' and campaign_id = ?
                         order by id limit ? for update skip locked
                        """).params(campaignId, chunkSize).query(Long.class).list();
    }
}
