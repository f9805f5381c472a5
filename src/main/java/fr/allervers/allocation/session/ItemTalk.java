package fr.allervers.allocation.session;

import fr.allervers.shared.web.UserError;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Questions and answers on an item, seen by all who are convened: the debate of a written session. */
@Component
@Transactional
public class ItemTalk {

    /** Something said. */
    public record Word(long id, String name, String capacity, Instant at, String words) {}

    private final JdbcClient jdbc;
    private final ItemRows items;
    private final SessionRows sessions;
    private final SessionRights rights;
    private final Clock clock;

    ItemTalk(JdbcClient jdbc, ItemRows items, SessionRows sessions, SessionRights rights, Clock clock) {
        this.jdbc = jdbc;
        this.items = items;
        this.sessions = sessions;
        this.rights = rights;
        this.clock = clock;
    }

    /** All that was said, first to last, 200 at most. */
    @Transactional(readOnly = true)
    public List<Word> of(long itemId) {
        return jdbc.sql("select id, name, capacity, at, words from item_message where item_id = ? order by id limit"
                        + " 200")
                .param(itemId)
                .query(Word.class)
                .list();
    }

    /** The signed-in member, consultative or not, or an officer says something; until the vote opens. */
    public void say(long itemId, String words) {
        var item = items.require(itemId);
        var session = sessions.require(item.sessionId());
        var me = rights.requireReader(session, item);
        if (words.isBlank() || words.length() > 1000) {
            throw new UserError("allocation.session.error.words");
        }
        if (item.state() != ItemState.PLANNED && item.state() != ItemState.DEBATE) {
            throw new UserError(HttpStatus.CONFLICT, "allocation.session.error.debate-over");
        }
        var capacity =
                rights.me(session).map(member -> member.capacity().name()).orElse("OFFICER");
        jdbc.sql("insert into item_message (item_id, staff_id, name, capacity, at, words) values (?, ?, ?, ?, ?, ?)")
                .params(itemId, me.id(), me.displayName(), capacity, clock.instant(), words.strip())
                .update();
    }
}
