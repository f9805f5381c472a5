package fr.allervers.allocation.ballot;

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
    private final CurrentStaff currentStaff;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final MeterRegistry meters;

    Voting(BallotBox box, CurrentStaff currentStaff, JdbcClient jdbc, Clock clock, MeterRegistry meters) {
        this.box = box;
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

    /** Refuses a ballot that cannot even be read, as {@link #cast} would. */
    public BallotRefused malformed(long itemId) {
        var me = currentStaff.require();
        record(itemId, me.id(), me.displayName(), Refusal.MALFORMED);
        return new BallotRefused(Refusal.MALFORMED);
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
