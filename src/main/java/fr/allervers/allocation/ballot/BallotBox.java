package fr.allervers.allocation.ballot;

import fr.allervers.allocation.count.Ballot;
import fr.allervers.allocation.session.ItemRows;
import fr.allervers.allocation.session.ItemState;
import fr.allervers.allocation.session.SessionItem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a ballot, in one transaction that holds the item's row: casting, recusing and closing follow one another. */
@Component
@Transactional
class BallotBox {

    private final ItemRows items;
    private final BallotRows ballots;
    private final ChainRows chain;
    private final JdbcClient jdbc;
    private final Clock clock;

    BallotBox(ItemRows items, BallotRows ballots, ChainRows chain, JdbcClient jdbc, Clock clock) {
        this.items = items;
        this.ballots = ballots;
        this.chain = chain;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is known of who casts, in one query. */
    private record Seen(
            @Nullable Long voterId,
            boolean deliberative,
            boolean recused,
            @Nullable Long mandateTo,
            boolean holds,
            boolean convened,
            boolean live,
            boolean suspended,
            boolean here,
            boolean repeated,
            @Nullable Integer lastSeq,
            @Nullable String lastHash) {

        ChainRows.Tail tail() {
            return lastSeq == null || lastHash == null ? ChainRows.Tail.NONE : new ChainRows.Tail(lastSeq, lastHash);
        }
    }

    /**
     * Takes the ballot.
     *
     * @throws BallotRefused when it cannot be; nothing has changed then
     */
    void cast(long itemId, long staffId, CastBallot sent) {
        var item = items.lock(itemId);
        var seen = seen(item, staffId, sent);
        // A repeated request was judged when it came first, and has its place in the chain.
        if (seen.repeated()) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        CastPolicy.refusal(poll(item, seen), caster(seen), sent.forVoter() != null, sent.marks(), now)
                .ifPresent(reason -> {
                    throw new BallotRefused(reason);
                });
        var me = java.util.Objects.requireNonNull(seen.voterId());
        var ballot = new Ballot(sent.forVoter() == null ? me : sent.forVoter(), me, sent.marks());
        var marks = BallotText.marks(ballot.marks());
        chain.add(
                itemId,
                seen.tail(),
                VoteChain.Kind.CAST,
                now,
                Map.of("voter", ballot.voterId(), "castBy", ballot.castBy(), "marks", marks),
                keyOf(staffId, sent));
        ballots.put(itemId, ballot, Canonical.write(marks), keyOf(staffId, sent), now);
    }

    /** A request's name counts for who sent it: another's, guessed or forged, repeats nothing. */
    private static String keyOf(long staffId, CastBallot sent) {
        return staffId + "." + sent.key();
    }

    private Seen seen(SessionItem item, long staffId, CastBallot sent) {
        return jdbc.sql("""
            select e.voter_id, coalesce(e.deliberative, false) as deliberative, e.recused_at is not null as recused, e.mandate_to,
                   coalesce(g.mandate_to = e.voter_id and g.deliberative and g.recused_at is null, false) as holds,
                   exists (select 1 from session_member m where m.session_id = s.id and m.staff_id = :staff) as convened,
                   s.mode = 'LIVE' as live, s.state <> 'OPEN' as suspended,
                   exists (select 1 from session_attendance a where a.session_id = s.id and a.member_id = e.voter_id and a.left_at is null) as here,
                   exists (select 1 from ballot_entry b where b.item_id = :item and b.request_key = :key) as repeated, t.seq as last_seq, t.hash as last_hash
              from allocation_session s
                   left join ballot_entry t on t.item_id = :item and t.seq = (select max(m.seq) from ballot_entry m where m.item_id = :item)
                   left join item_elector e on e.item_id = :item and e.staff_id = :staff
                   left join item_elector g on g.item_id = :item and g.voter_id = :other
             where s.id = :session order by e.deliberative desc, e.voter_id limit 1
            """)
                .param("staff", staffId)
                .param("item", item.id())
                .param("key", keyOf(staffId, sent))
                .param("other", sent.forVoter())
                .param("session", item.sessionId())
                .query(Seen.class)
                .single();
    }

    private static CastPolicy.Poll poll(SessionItem item, Seen seen) {
        var phase = item.state() == ItemState.VOTING
                ? CastPolicy.Phase.OPEN
                : item.state().isClosed() && item.dossier() != null ? CastPolicy.Phase.AFTER : CastPolicy.Phase.BEFORE;
        return new CastPolicy.Poll(
                phase,
                item.voteUntil(),
                seen.suspended(),
                seen.live(),
                item.dossier() == null ? Map.of() : Dossier.read(item.dossier()).documents());
    }

    private static CastPolicy.Caster caster(Seen seen) {
        return new CastPolicy.Caster(
                seen.convened(),
                seen.voterId() != null,
                seen.deliberative(),
                seen.recused(),
                seen.here(),
                seen.holds(),
                seen.mandateTo() != null);
    }
}
