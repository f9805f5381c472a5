package fr.allervers.outreach.calling;

import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Returns households to the queue: those whose hold is over, those taken back or given back. */
@Component
@Transactional
class CallLeases {

    private static final int CHUNK = 50;

    private final JdbcClient jdbc;
    private final CallTask task;
    private final CallDiary diary;
    private final Clock clock;

    CallLeases(JdbcClient jdbc, CallTask task, CallDiary diary, Clock clock) {
        this.jdbc = jdbc;
        this.task = task;
        this.diary = diary;
        this.clock = clock;
    }

    private record HeldCall(long id, long householdId, String holder) {}

    /** Returns the next households whose hold is over, and says how many. */
    int sweep() {
        var over = held(
                jdbc.sql("""
                        select id from household_call where held_until <= ? and holder_id is not null
                         order by held_until, id limit ? for update skip locked
                        """).params(clock.instant(), CHUNK).query(Long.class).list());
        over.forEach(call -> giveBack(call, "hold-over"));
        return over.size();
    }

    /** Takes back what the caller holds of the campaign; a conversation noted meanwhile stays as noted. */
    void takeBack(long campaignId, long staffId) {
        held(jdbc.sql("""
                        select id from household_call where holder_id = ? and campaign_id = ? and state = 'TO_CALL' for update
                        """).params(staffId, campaignId).query(Long.class).list())
                .forEach(call -> giveBack(call, "taken-back"));
    }

    private List<HeldCall> held(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select c.id, c.household_id, s.display_name as holder from household_call c join staff_member s on s.id = c.holder_id
                                 where c.id in (:ids)
                                """).param("ids", ids).query(HeldCall.class).list();
    }

    private void giveBack(HeldCall call, String key) {
        jdbc.sql("""
                        update household_call set holder_id = null, held_until = null, file_id = null, version = version + 1 where id = ?
                        """).param(call.id()).update();
        task.giveBack(call.id());
        diary.note(call.id(), call.householdId(), Timeline.Kind.NOTE, key, call.holder());
    }
}
