package fr.allervers.kpi.fact;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the open tasks by step, group, agency, day due and age: one walk over an index of the inbox, again and again, rather than a count that
 * every start and completion would have to change.
 */
@Component
public class QueueCount {

    /** Days from today that are shown one by one. */
    public static final int DAYS = 14;

    private final JdbcClient jdbc;
    private final FigureState state;
    private final Clock clock;

    QueueCount(JdbcClient jdbc, FigureState state, Clock clock) {
        this.jdbc = jdbc;
        this.state = state;
        this.clock = clock;
    }

    /** Counts anew; false when another node is at it. */
    @Transactional
    public boolean count() {
        if (!state.take()) {
            return false;
        }
        var before = print();
        jdbc.sql("delete from kpi_queue").update();
        var slots = new StringBuilder("case when due_at < :now then -1");
        var today = LocalDate.now(clock);
        var statement = "insert into kpi_queue (case_kind, step, candidate_group, agency_id, due_slot, age_slot, n)"
                + " select case_kind, step, candidate_group, coalesce(agency_id, 0), %s,"
                + " if(opened_at > :day1, 0, if(opened_at > :day3, 1, if(opened_at > :day7, 2, if(opened_at > :day30, 3, 4)))), count(*)"
                + " from inbox_item group by 1, 2, 3, 4, 5, 6";
        for (var day = 0; day <= DAYS; day++) {
            slots.append(" when due_at < :d%d then %d".formatted(day, day));
        }
        var sql = jdbc.sql(statement.formatted(slots.append(" else 15 end")));
        for (var day = 0; day <= DAYS; day++) {
            sql = sql.param("d" + day, start(today.plusDays(day + 1L)));
        }
        var now = clock.instant();
        sql.param("now", Timestamp.from(now))
                .param("day1", before(now, 1))
                .param("day3", before(now, 3))
                .param("day7", before(now, 7))
                .param("day30", before(now, 30))
                .update();
        state.counted(print() != before);
        return true;
    }

    /** Differs when a count differs: pages are not told of what did not change. */
    private long print() {
        return jdbc.sql(
                        "select coalesce(bit_xor(crc32(concat_ws('|', case_kind, step, candidate_group, agency_id, due_slot, age_slot, n))), 0) from kpi_queue")
                .query(Long.class)
                .single();
    }

    private Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }

    private static Timestamp before(Instant now, int days) {
        return Timestamp.from(now.minus(java.time.Duration.ofDays(days)));
    }
}
