package fr.allervers.allocation.ballot;

import fr.allervers.allocation.session.ItemRows;
import fr.allervers.allocation.session.SessionRights;
import fr.allervers.allocation.session.SessionRows;
import fr.allervers.shared.Retry;
import fr.allervers.staff.CurrentStaff;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The act of voting, by the signed-in member. It repeats what lost against another transaction, and records what it refuses. */
@Component
public class Voting {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{8,40}");

    private final BallotBox box;
    private final ItemRows items;
    private final SessionRows sessions;
    private final SessionRights rights;
    private final CurrentStaff currentStaff;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final MeterRegistry meters;

    Voting(
            BallotBox box,
            ItemRows items,
            SessionRows sessions,
            SessionRights rights,
            CurrentStaff currentStaff,
            JdbcClient jdbc,
            Clock clock,
            MeterRegistry meters) {
        this.box = box;
        this.items = items;
        this.sessions = sessions;
        this.rights = rights;
        this.currentStaff = currentStaff;
        this.jdbc = jdbc;
        this.clock = clock;
        this.meters = meters;
    }

    /** An attempt that was refused. */
    public record Refused(String name, Instant at, Refusal reason, String detail) {}

    /**
     * Casts the signed-in member's ballot, or that of whom they hold a mandate; it takes the place of an earlier one.
     *
     * @throws BallotRefused when it is not taken; the attempt is recorded
     */
    public void cast(long itemId, CastBallot sent) {
        if (!KEY.matcher(sent.key()).matches()) {
            throw malformed(itemId);
        }
        var me = currentStaff.require();
        try {
            Retry.onConflict(() -> box.cast(itemId, me.id(), sent));
            count("taken");
        } catch (BallotRefused refused) {
            record(itemId, me.id(), me.displayName(), refused.reason());
            throw refused;
        }
    }

    /** Refuses a ballot that cannot even be read, as {@link #cast} would: who has no seat in the session is told that first. */
    public BallotRefused malformed(long itemId) {
        var me = currentStaff.require();
        var session = sessions.require(items.require(itemId).sessionId());
        var reason = rights.me(session).isPresent() ? Refusal.MALFORMED : Refusal.NOT_CONVENED;
        record(itemId, me.id(), me.displayName(), reason);
        return new BallotRefused(reason);
    }

    private void count(String outcome) {
        meters.counter("allervers.ballots", "outcome", outcome).increment();
    }

    private void record(long itemId, long staffId, String name, Refusal reason) {
        count("refused");
        jdbc.sql("insert into ballot_refusal (item_id, staff_id, name, at, reason) values (?, ?, ?, ?, ?)")
                .params(itemId, staffId, name, clock.instant(), reason.name())
                .update();
    }

    /** The attempts refused on an item, first to last; for who has seen to it that they may be shown. */
    public List<Refused> refused(long itemId) {
        return jdbc.sql("select name, at, reason, detail from ballot_refusal where item_id = ? order by id limit 500")
                .param(itemId)
                .query(Refused.class)
                .list();
    }
}
