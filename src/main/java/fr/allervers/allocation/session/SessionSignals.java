package fr.allervers.allocation.session;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether something that pages show of a session has changed: its state, its items' phases, who is here, how many have cast or
 * withdrawn. It tells nobody's choice, only that there is something to ask for. It asks for no right.
 */
@Component
@Transactional(readOnly = true)
public class SessionSignals {

    private final JdbcClient jdbc;

    SessionSignals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Signal(long id, String token) {}

    /** For each of these sessions a text that is another one once something has changed; in one query. */
    public Map<Long, String> of(Collection<Long> sessionIds) {
        return sessionIds.isEmpty()
                ? Map.of()
                : jdbc.sql("""
                        select s.id, concat_ws('|', s.state,
                               (select concat_ws(',', count(*), count(a.left_at)) from session_attendance a where a.session_id = s.id),
                               (select md5(group_concat(concat_ws(',', i.id, i.state, i.debate_until, i.vote_until) order by i.id)) from session_item i where i.session_id = s.id),
                               (select coalesce(sum(b.revision), 0) from session_item i join ballot b on b.item_id = i.id where i.session_id = s.id),
                               (select count(e.recused_at) from session_item i join item_elector e on e.item_id = i.id where i.session_id = s.id)) as token
                          from allocation_session s where s.id in (:ids)
                        """).param("ids", sessionIds).query(Signal.class).list().stream()
                        .collect(Collectors.toMap(Signal::id, Signal::token));
    }
}
