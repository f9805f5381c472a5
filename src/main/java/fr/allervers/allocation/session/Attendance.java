package fr.allervers.allocation.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who takes part in a session, from when to when. It asks for no right. */
@Component
public class Attendance {

    /** From where somebody takes part. */
    public enum How {
        REMOTE,
        ROOM
    }

    /** A stay. */
    public record Stay(
            long memberId, Instant arrivedAt, @Nullable Instant leftAt, How how) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Attendance(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes an arrival; who is here already stays as noted. */
    void arrive(long sessionId, long memberId, How how, String by) {
        jdbc.sql("insert ignore into session_attendance (session_id, member_id, arrived_at, how, noted_by)"
                        + " values (?, ?, ?, ?, ?)")
                .params(sessionId, memberId, clock.instant(), how.name(), by)
                .update();
    }

    void leave(long sessionId, long memberId) {
        jdbc.sql("update session_attendance set left_at = ? where session_id = ? and member_id = ? and left_at is null")
                .params(clock.instant(), sessionId, memberId)
                .update();
    }

    void leaveAll(long sessionId) {
        jdbc.sql("update session_attendance set left_at = ? where session_id = ? and left_at is null")
                .params(clock.instant(), sessionId)
                .update();
    }

    /** Who is here now. */
    public Set<Long> here(long sessionId) {
        return new HashSet<>(
                jdbc.sql("select member_id from session_attendance where session_id = ? and left_at is null")
                        .param(sessionId)
                        .query(Long.class)
                        .list());
    }

    /** Who was here at any moment from one to the other. */
    public Set<Long> hereBetween(long sessionId, Instant from, Instant until) {
        return new HashSet<>(
                jdbc.sql("select member_id from session_attendance where session_id = ? and arrived_at <= ? and"
                                + " (left_at is null or left_at >= ?)")
                        .params(sessionId, until, from)
                        .query(Long.class)
                        .list());
    }

    /** All stays of the session, in their order. */
    public List<Stay> of(long sessionId) {
        return jdbc.sql("select member_id, arrived_at, left_at, how from session_attendance where session_id = ? order"
                        + " by id")
                .param(sessionId)
                .query(Stay.class)
                .list();
    }

    /** How many of these are here now. */
    public long hereAmong(long sessionId, Collection<Long> memberIds) {
        return here(sessionId).stream().filter(memberIds::contains).count();
    }
}
