package fr.allervers.allocation.session;

import fr.allervers.shared.web.UserError;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of items. It asks for no right. */
@Component
public class ItemRows {

    private static final String SELECT = """
        select id, session_id, offered_dwelling_id, agency_id, position, state, title, debate_from, debate_until, vote_from, vote_until, closed_at,
               extended, mayor_id, instead_id, dossier, signed_at, signed_by
          from session_item
        """;

    private final JdbcClient jdbc;

    ItemRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public SessionItem require(long id) {
        return find(id, "");
    }

    /** The item, on whose row casting, recusal and closing wait for one another. */
    public SessionItem lock(long id) {
        return find(id, " for update");
    }

    private SessionItem find(long id, String how) {
        return jdbc.sql(SELECT + " where id = ?" + how)
                .param(id)
                .query(SessionItem.class)
                .optional()
                .orElseThrow(ItemRows::unknown);
    }

    /** What is said of an item that is not there. */
    public static UserError unknown() {
        return new UserError(HttpStatus.NOT_FOUND, "allocation.session.error.unknown-item");
    }

    /** In the order of the agenda. */
    public List<SessionItem> of(long sessionId) {
        return jdbc.sql(SELECT + " where session_id = ? order by position")
                .param(sessionId)
                .query(SessionItem.class)
                .list();
    }

    /** All items of the session, locked in the order of the agenda. */
    List<SessionItem> lockAll(long sessionId) {
        return jdbc.sql(SELECT + " where session_id = ? order by id for update")
                .param(sessionId)
                .query(SessionItem.class)
                .list();
    }

    public List<SessionItem> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where id in (:ids)")
                        .param("ids", ids)
                        .query(SessionItem.class)
                        .list();
    }

    long insert(long sessionId, long offeredDwellingId, long agencyId, String title) {
        try {
            return jdbc.sql("""
                insert into session_item (session_id, offered_dwelling_id, agency_id, position, state, title)
                select ?, ?, ?, coalesce(max(position), 0) + 1, 'PLANNED', ? from session_item where session_id = ? returning id
                """)
                    .params(sessionId, offeredDwellingId, agencyId, title, sessionId)
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "allocation.session.error.item-twice");
        }
    }

    void remove(long sessionId, long id) {
        jdbc.sql("delete from session_item where id = ? and session_id = ?")
                .params(id, sessionId)
                .update();
    }

    /** Changes columns where the item still has one of these states, and says whether it had. */
    public boolean update(long id, Set<ItemState> when, String set, @Nullable Object... values) {
        var statement = jdbc.sql("update session_item set " + set + " where id = ? and state in ("
                + when.stream().map(state -> "'" + state + "'").sorted().collect(Collectors.joining(", ")) + ")");
        for (var value : values) {
            statement = statement.param(value);
        }
        return statement.param(id).update() == 1;
    }
}
