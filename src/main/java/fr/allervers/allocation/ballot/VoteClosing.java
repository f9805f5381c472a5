package fr.allervers.allocation.ballot;

import fr.allervers.allocation.committee.RulesBook;
import fr.allervers.allocation.session.Attendance;
import fr.allervers.allocation.session.ItemRows;
import fr.allervers.allocation.session.ItemState;
import fr.allervers.allocation.session.SessionDiary;
import fr.allervers.allocation.session.SessionItem;
import fr.allervers.allocation.session.SessionRows;
import fr.allervers.allocation.session.SessionState;
import fr.allervers.shared.web.UserError;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends votes by the server's clock, never before their announced end, and counts. */
@Component
@Transactional
public class VoteClosing {

    /** What became of the attempt to close. */
    enum Turn {
        /** Not yet: the end has moved, or the session is interrupted. */
        WAIT,
        QUORATE,
        NO_QUORUM,
        /** Somebody settled the item otherwise. */
        SETTLED
    }

    private final ItemRows items;
    private final SessionRows sessions;
    private final ElectorRows electors;
    private final ChainRows chain;
    private final VoteResults results;
    private final Attendance attendance;
    private final SessionDiary diary;
    private final RulesBook rules;
    private final Clock clock;

    VoteClosing(
            ItemRows items,
            SessionRows sessions,
            ElectorRows electors,
            ChainRows chain,
            VoteResults results,
            Attendance attendance,
            SessionDiary diary,
            RulesBook rules,
            Clock clock) {
        this.items = items;
        this.sessions = sessions;
        this.electors = electors;
        this.chain = chain;
        this.results = results;
        this.attendance = attendance;
        this.diary = diary;
        this.rules = rules;
        this.clock = clock;
    }

    /** Closes the vote if its end has come; a repeated call changes nothing. */
    Turn close(long itemId) {
        var item = items.lock(itemId);
        if (item.state() == ItemState.COUNTED) {
            return Turn.QUORATE;
        }
        if (item.state() == ItemState.NO_QUORUM) {
            return Turn.NO_QUORUM;
        }
        if (item.state() != ItemState.VOTING) {
            return item.state().isSettled() ? Turn.SETTLED : Turn.WAIT;
        }
        var session = sessions.require(item.sessionId());
        var now = now();
        if (session.state() != SessionState.OPEN || now.isBefore(Objects.requireNonNull(item.voteUntil()))) {
            return Turn.WAIT;
        }
        if (session.isLive()) {
            electors.present(
                    itemId, attendance.hereBetween(session.id(), Objects.requireNonNull(item.voteFrom()), now));
        }
        var outcome = results.of(item, session, rules.require(session.rulesId()));
        chain.add(
                itemId,
                VoteChain.Kind.CLOSED,
                now,
                Map.of(
                        "electorate", outcome.quorum().electorate(),
                        "participants", outcome.quorum().participants(),
                        "required", outcome.quorum().required()),
                null);
        items.update(
                itemId,
                Set.of(ItemState.VOTING),
                "state = ?, closed_at = ?",
                (outcome.decided() ? ItemState.COUNTED : ItemState.NO_QUORUM).name(),
                now);
        return outcome.decided() ? Turn.QUORATE : Turn.NO_QUORUM;
    }

    /**
     * The president lets a vote that ended without quorum go on; the ballots cast stay.
     *
     * @param until when it ends now, in the future
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void extend(long itemId, Instant until, String why) {
        var item = requireWithoutQuorum(itemId);
        if (!until.isAfter(clock.instant())) {
            throw new UserError("allocation.session.error.past");
        }
        chain.add(itemId, VoteChain.Kind.EXTENDED, now(), Map.of("until", until), null);
        items.update(
                itemId,
                Set.of(ItemState.NO_QUORUM),
                "state = 'VOTING', vote_until = ?, closed_at = null, extended = extended + 1",
                until);
        diary.note(item.sessionId(), itemId, SessionDiary.Kind.EXTENDED, why);
    }

    /** The president puts an item without quorum off to another session. */
    @Transactional(propagation = Propagation.MANDATORY)
    void postpone(long itemId, String why) {
        var item = requireWithoutQuorum(itemId);
        chain.add(itemId, VoteChain.Kind.POSTPONED, now(), Map.of(), null);
        items.update(itemId, Set.of(ItemState.NO_QUORUM), "state = 'POSTPONED'");
        diary.note(item.sessionId(), itemId, SessionDiary.Kind.POSTPONED, why);
    }

    private SessionItem requireWithoutQuorum(long itemId) {
        var item = items.lock(itemId);
        if (item.state() != ItemState.NO_QUORUM) {
            throw new UserError(HttpStatus.CONFLICT, "allocation.session.error.not-so");
        }
        return item;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
