package fr.allervers.outreach.followup;

import fr.allervers.outreach.followup.RegularCalls.Series;
import fr.allervers.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The single calls of the series: one row for each week in which the task was opened. */
@Component
class SeriesCalls {

    private static final String ROWS =
            "select id, series_id, due_at, caller_id, called_by, called_at, reached, grade from series_call";

    private final JdbcClient jdbc;
    private final Clock clock;

    SeriesCalls(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One call of a series.
     *
     * @param callerId who is to call: the usual caller, a stand-in, nobody in particular
     */
    record SeriesCall(
            long id,
            long seriesId,
            Instant dueAt,
            @Nullable Long callerId,
            @Nullable Long calledBy,
            @Nullable Instant calledAt,
            @Nullable Boolean reached,
            @Nullable String grade) {}

    /** The call that the series waits for or has open. */
    Optional<SeriesCall> current(Series series) {
        return jdbc.sql(ROWS + " where series_id = ? and due_at = ?")
                .params(series.id(), series.nextCallAt())
                .query(SeriesCall.class)
                .optional();
    }

    Optional<SeriesCall> find(long id) {
        return jdbc.sql(ROWS + " where id = ?")
                .param(id)
                .query(SeriesCall.class)
                .optional();
    }

    /** The calls of the series, latest first. */
    List<SeriesCall> latest(long seriesId, int limit) {
        return jdbc.sql(ROWS + " where series_id = ? order by due_at desc limit ?")
                .params(seriesId, limit)
                .query(SeriesCall.class)
                .list();
    }

    void plan(Series series, @Nullable StaffMember caller) {
        jdbc.sql("insert into series_call (series_id, due_at, caller_id) values (?, ?, ?)")
                .params(Arrays.asList(series.id(), series.nextCallAt(), caller == null ? null : caller.id()))
                .update();
    }

    /** Gives a call that is not made yet to another caller, or to whoever takes it. */
    void giveTo(SeriesCall call, @Nullable Long callerId) {
        jdbc.sql("update series_call set caller_id = ? where id = ? and called_at is null")
                .params(Arrays.asList(callerId, call.id()))
                .update();
    }

    /** Notes the call; false when it was noted already. */
    boolean record(SeriesCall call, StaffMember by, boolean reached, @Nullable String grade) {
        return jdbc.sql(
                                "update series_call set called_at = ?, called_by = ?, reached = ?, grade = ? where id = ? and called_at is null")
                        .params(Arrays.asList(clock.instant(), by.id(), reached, grade, call.id()))
                        .update()
                > 0;
    }

    /** Who already has a call at this very time. */
    List<Long> busyAt(Instant dueAt) {
        return jdbc.sql(
                        "select caller_id from series_call where due_at = ? and caller_id is not null and called_at is null")
                .param(dueAt)
                .query(Long.class)
                .list();
    }
}
