package fr.allervers.allocation.ballot;

import fr.allervers.allocation.count.Ballot;
import fr.allervers.allocation.session.ItemRows;
import fr.allervers.allocation.session.ItemState;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.ConcurrentReferenceHashMap;

/** Takes a ballot, in one transaction that holds the item's row: casting, recusing and closing follow one another. */
@Component
@Transactional(BallotConnections.TRANSACTIONS)
class BallotBox {

    private final BallotRows ballots;
    private final ChainRows chain;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** What frozen dossiers ask for, by their text; all ballots on an item ask the same. */
    private final Map<String, Map<Long, List<String>>> documents = new ConcurrentReferenceHashMap<>();

    BallotBox(@Qualifier("ballots") JdbcClient jdbc, Clock clock) {
        this.ballots = new BallotRows(jdbc);
        this.chain = new ChainRows(jdbc);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of the item, what casting asks for. */
    private record Item(
            long id,
            long sessionId,
            ItemState state,
            @Nullable Instant voteUntil,
            @Nullable String dossier) {}

    /** What is known of who casts, of the session and of the end of the chain, in one query. */
    private record Seen(
            boolean live,
            boolean suspended,
            @Nullable Long voterId,
            boolean deliberative,
            boolean recused,
            @Nullable Long mandateTo,
            boolean here,
            @Nullable Integer lastSeq,
            @Nullable String lastHash) {

        ChainRows.Tail tail() {
            return lastSeq == null || lastHash == null ? ChainRows.Tail.NONE : new ChainRows.Tail(lastSeq, lastHash);
        }
    }

    /**
     * Takes the ballot. A request that is repeated changes nothing: it was judged when it came first, and has its place in
     * the chain.
     *
     * @throws BallotRefused when it cannot be; nothing has changed then
     */
    void cast(long itemId, long staffId, CastBallot sent) {
        var item = lock(itemId);
        var seen = seen(item, staffId);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var key = keyOf(staffId, sent);
        var refusal = CastPolicy.refusal(
                poll(item, seen), caster(item, seen, staffId, sent), sent.forVoter() != null, sent.marks(), now);
        if (refusal.isPresent()) {
            if (isRepeated(itemId, key)) {
                return;
            }
            throw new BallotRefused(refusal.get());
        }
        var me = Objects.requireNonNull(seen.voterId());
        var ballot = new Ballot(sent.forVoter() == null ? me : sent.forVoter(), me, sent.marks());
        var marks = BallotText.marks(ballot.marks());
        try {
            chain.add(
                    itemId,
                    seen.tail(),
                    VoteChain.Kind.CAST,
                    now,
                    Map.of("voter", ballot.voterId(), "castBy", ballot.castBy(), "marks", marks),
                    key);
        } catch (DuplicateKeyException e) {
            // Only the request's name can be there already: the place in the chain is ours by the lock.
            if (isRepeated(itemId, key)) {
                return;
            }
            throw e;
        }
        ballots.put(itemId, ballot, Canonical.write(marks), key, now);
    }

    /** A request's name counts for who sent it: another's, guessed or forged, repeats nothing. */
    private static String keyOf(long staffId, CastBallot sent) {
        return staffId + "." + sent.key();
    }

    private boolean isRepeated(long itemId, String key) {
        return jdbc.sql("select exists (select 1 from ballot_entry where item_id = ? and request_key = ?)")
                .params(itemId, key)
                .query(Boolean.class)
                .single();
    }

    private Item lock(long itemId) {
        return jdbc.sql("select id, session_id, state, vote_until, dossier from session_item where id = ? for update")
                .param(itemId)
                .query(Item.class)
                .optional()
                .orElseThrow(ItemRows::unknown);
    }

    /** Read once the item is held: what a vote's opening, a recusal or another ballot wrote is seen. */
    private Seen seen(Item item, long staffId) {
        return jdbc
                .sql("""
                    select s.mode = 'LIVE' as live, s.state <> 'OPEN' as suspended, e.voter_id, coalesce(e.deliberative, false) as deliberative,
                           e.recused_at is not null as recused, e.mandate_to, a.id is not null as here, t.seq as last_seq, t.hash as last_hash
                      from allocation_session s
                           left join ballot_entry t on t.item_id = ? and t.seq = (select max(m.seq) from ballot_entry m where m.item_id = ?)
                           left join item_elector e force index (elector_of_staff) on e.item_id = ? and e.staff_id = ?
                           left join session_attendance a on a.session_id = s.id and a.here_member_id = e.voter_id
                     where s.id = ?
                    """)
                .params(item.id(), item.id(), item.id(), staffId, item.sessionId())
                .query(Seen.class)
                .list()
                .stream()
                // A person with two seats votes by the one that has a voice.
                .min(Comparator.comparing(Seen::deliberative)
                        .reversed()
                        .thenComparing(Seen::voterId, Comparator.nullsLast(Comparator.naturalOrder())))
                .orElseThrow();
    }

    private CastPolicy.Poll poll(Item item, Seen seen) {
        var phase = item.state() == ItemState.VOTING
                ? CastPolicy.Phase.OPEN
                : item.state().isClosed() && item.dossier() != null ? CastPolicy.Phase.AFTER : CastPolicy.Phase.BEFORE;
        return new CastPolicy.Poll(
                phase,
                item.voteUntil(),
                seen.suspended(),
                seen.live(),
                item.dossier() == null
                        ? Map.of()
                        : documents.computeIfAbsent(
                                item.dossier(), text -> Dossier.read(text).documents()));
    }

    private CastPolicy.Caster caster(Item item, Seen seen, long staffId, CastBallot sent) {
        // Who is listed was convened; the list is frozen.
        var voter = seen.voterId();
        var other = sent.forVoter();
        return new CastPolicy.Caster(
                voter != null || isConvened(item.sessionId(), staffId),
                voter != null,
                seen.deliberative(),
                seen.recused(),
                seen.here(),
                other != null && voter != null && holdsMandate(item.id(), other, voter),
                seen.mandateTo() != null);
    }

    private boolean isConvened(long sessionId, long staffId) {
        return jdbc.sql("select exists (select 1 from session_member where session_id = ? and staff_id = ?)")
                .params(sessionId, staffId)
                .query(Boolean.class)
                .single();
    }

    private boolean holdsMandate(long itemId, long forVoter, long holder) {
        return jdbc.sql("""
            select exists (select 1 from item_elector where item_id = ? and voter_id = ? and mandate_to = ? and deliberative and recused_at is null)
            """)
                .params(itemId, forVoter, holder)
                .query(Boolean.class)
                .single();
    }
}
