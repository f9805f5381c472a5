package fr.allervers.allocation.session;

import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened in a session: the minutes tell it. Entries are added, never changed. */
@Component
public class SessionDiary {

    /** What an entry tells. */
    public enum Kind {
        CONVENED,
        URGENT,
        OPENED,
        SUSPENDED,
        RESUMED,
        EXTENDED,
        POSTPONED,
        REFERRED,
        RECUSED,
        INCIDENT,
        REPLACED,
        MANDATE,
        SIGNED,
        CLOSED,
        CANCELLED,
        MINUTES,
        ANNULLED
    }

    /** One thing that happened, to an item or to the session as a whole. */
    public record Event(long id, @Nullable Long itemId, Instant at, Kind kind, String byName, String words) {}

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    SessionDiary(JdbcClient jdbc, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    public void note(long sessionId, @Nullable Long itemId, Kind kind, String words) {
        jdbc.sql("insert into session_event (session_id, item_id, at, kind, by_name, words) values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        sessionId,
                        itemId,
                        clock.instant(),
                        kind.name(),
                        currentStaff.find().map(StaffMember::displayName).orElse("Aller vers"),
                        words.length() > 500 ? words.substring(0, 500) : words))
                .update();
    }

    public List<Event> of(long sessionId) {
        return jdbc.sql("select id, item_id, at, kind, by_name, words from session_event where session_id = ? order by"
                        + " id")
                .param(sessionId)
                .query(Event.class)
                .list();
    }
}
