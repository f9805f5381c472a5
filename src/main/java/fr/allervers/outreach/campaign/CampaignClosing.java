package fr.allervers.outreach.campaign;

import fr.allervers.workflow.Cases;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops the calls of closed campaigns, and late ones that were given up, 50 in a transaction, resumed wherever it was left. Two sorts of calls go on: a
 * conversation under way (it ends with the caller's hold), and an urgent situation that an advisor has to take charge
 * of.
 */
@Component
public class CampaignClosing {

    private static final int CHUNK = 50;
    private static final Duration CONVERSATION = Duration.ofHours(2);

    private static final String OPEN =
            "h.state in ('LISTED', 'TO_CALL', 'WAITING') and (h.grade is null or h.grade not in ('ORANGE', 'RED'))";
    private static final String OF_CLOSED_CAMPAIGNS =
            "h.campaign_id in (select c.id from campaign c where c.state in ('CLOSED', 'REPORTED'))";
    private static final String GIVEN_UP =
            "h.wave_id in (select w.id from campaign_wave w where w.stopped_on is not null) and h.stopped_at is not null";

    private final JdbcClient jdbc;
    private final Cases cases;
    private final CampaignDiary diary;
    private final EntityManager entities;
    private final Clock clock;

    CampaignClosing(JdbcClient jdbc, Cases cases, CampaignDiary diary, EntityManager entities, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.diary = diary;
        this.entities = entities;
        this.clock = clock;
    }

    private record Call(long id, long householdId) {}

    /** Stops the next calls and says how many. */
    @Transactional
    public int next() {
        var calls = lock(OF_CLOSED_CAMPAIGNS);
        if (calls.isEmpty()) {
            calls = lock(GIVEN_UP);
        }
        var withoutCase = calls.stream()
                .filter(call -> !cases.correlate("household-interrupted", CampaignDiary.callOf(call.id())))
                .toList();
        entities.flush();
        closeRows(calls.stream().map(Call::id).toList());
        withoutCase.forEach(call -> diary.noteCall(call.id(), call.householdId(), "call-closed"));
        return calls.size();
    }

    /** Closes the campaign's households whose case was not started. */
    void closeListed(long campaignId) {
        jdbc.sql("""
                        update household_call set state = 'CLOSED', outcome = 'INTERRUPTED', closed_at = ?
                         where campaign_id = ? and state = 'LISTED'
                        """).params(Timestamp.from(clock.instant()), campaignId).update();
    }

    /**
     * Gives up the calls of these waves that are open now, but for urgent situations, and says how many. They are closed
     * by {@link #next}, a conversation under way when it has ended.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int giveUp(Collection<Long> waves) {
        if (waves.isEmpty()) {
            return 0;
        }
        return jdbc.sql("update household_call h set h.stopped_at = :now, h.version = h.version + 1"
                        + " where h.wave_id in (:waves) and h.stopped_at is null and " + OPEN)
                .param("now", Timestamp.from(clock.instant()))
                .param("waves", waves)
                .update();
    }

    private List<Call> lock(String which) {
        return jdbc.sql("select h.id, h.household_id from household_call h where " + which + " and " + OPEN + """
                         and not exists (select 1 from call_draft d where d.call_id = h.id and d.saved_at > :spoken)
                         order by h.id limit :chunk for update skip locked
                        """)
                .param("spoken", Timestamp.from(clock.instant().minus(CONVERSATION)))
                .param("chunk", CHUNK)
                .query(Call.class)
                .list();
    }

    private void closeRows(List<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            update household_call set state = 'CLOSED', outcome = if(stopped_at is null, 'INTERRUPTED', 'STOPPED'), closed_at = :now
                             where id in (:ids) and state <> 'CLOSED'
                            """)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("ids", ids)
                    .update();
        }
    }
}
