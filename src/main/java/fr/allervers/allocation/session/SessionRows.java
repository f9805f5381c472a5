package fr.allervers.allocation.session;

import fr.allervers.shared.web.UserError;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of sessions. It asks for no right. */
@Component
public class SessionRows {

    private static final String SELECT = """
        select id, committee_id, agency_id, name, mode, state, rules_id, president_id, starts_at, debate_until, vote_until, video_url, convened_at,
               opened_at, suspended_at, closed_at, signed_at
          from allocation_session
        """;
    private static final int LISTED = 60;

    private final JdbcClient jdbc;

    SessionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public AllocationSession require(long id) {
        return find(id, "");
    }

    /** The session, which nobody else changes until the transaction ends. Items are locked before it, never after. */
    public AllocationSession lock(long id) {
        return find(id, " for update");
    }

    private AllocationSession find(long id, String how) {
        return jdbc.sql(SELECT + " where id = ?" + how)
                .param(id)
                .query(AllocationSession.class)
                .optional()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "allocation.session.error.unknown"));
    }

    public List<AllocationSession> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where id in (:ids)")
                        .param("ids", ids)
                        .query(AllocationSession.class)
                        .list();
    }

    /** The latest sessions: of these agencies (null: of all), or those to which the person is convened. */
    List<AllocationSession> list(boolean all, Collection<Long> agencies, long staffId, boolean runs) {
        return jdbc.sql(SELECT + """
             where (:runs and (:all or agency_id in (:agencies)))
                or (state not in ('DRAFT') and exists (select 1 from session_member m where m.session_id = allocation_session.id and m.staff_id = :staff))
             order by starts_at desc, id desc limit :limit
            """)
                .param("runs", runs)
                .param("all", all)
                .param("agencies", agencies.isEmpty() ? List.of(-1L) : agencies)
                .param("staff", staffId)
                .param("limit", LISTED)
                .query(AllocationSession.class)
                .list();
    }

    Optional<Long> insert(AllocationSession session, String by, java.time.Instant at) {
        return jdbc.sql("""
            insert into allocation_session (committee_id, agency_id, name, mode, state, rules_id, president_id, starts_at, debate_until, vote_until, video_url, made_by, made_at)
            values (:committee, :agency, :name, :mode, 'DRAFT', :rules, :president, :starts, :debate, :vote, :video, :by, :at) returning id
            """)
                .param("committee", session.committeeId())
                .param("agency", session.agencyId())
                .param("name", session.name())
                .param("mode", session.mode().name())
                .param("rules", session.rulesId())
                .param("president", session.presidentId())
                .param("starts", session.startsAt())
                .param("debate", session.debateUntil())
                .param("vote", session.voteUntil())
                .param("video", session.videoUrl())
                .param("by", by)
                .param("at", at)
                .query(Long.class)
                .optional();
    }

    /** Changes columns where the session still has one of these states, and says whether it had. */
    public boolean update(long id, Set<SessionState> when, String set, @Nullable Object... values) {
        var statement = jdbc.sql("update allocation_session set " + set + " where id = ? and state in ("
                + when.stream().map(state -> "'" + state + "'").sorted().collect(Collectors.joining(", ")) + ")");
        for (var value : values) {
            statement = statement.param(value);
        }
        return statement.param(id).update() == 1;
    }
}
