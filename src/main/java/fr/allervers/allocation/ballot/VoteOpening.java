package fr.allervers.allocation.ballot;

import fr.allervers.allocation.Candidacies;
import fr.allervers.allocation.OfferedDwelling;
import fr.allervers.allocation.committee.Capacity;
import fr.allervers.allocation.committee.CommitteeRules;
import fr.allervers.allocation.committee.RulesBook;
import fr.allervers.allocation.count.Elector;
import fr.allervers.allocation.count.Vote;
import fr.allervers.allocation.session.AllocationSession;
import fr.allervers.allocation.session.Attendance;
import fr.allervers.allocation.session.ConvenedRows;
import fr.allervers.allocation.session.ItemRows;
import fr.allervers.allocation.session.ItemState;
import fr.allervers.allocation.session.SessionCourse;
import fr.allervers.allocation.session.SessionItem;
import fr.allervers.allocation.session.SessionRights;
import fr.allervers.allocation.session.SessionRows;
import fr.allervers.allocation.session.SessionState;
import fr.allervers.shared.web.UserError;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the vote on an item: electors, mandates, candidates and the casting voter are frozen from then on. */
@Component
@Transactional
public class VoteOpening {

    private final ItemRows items;
    private final SessionRows sessions;
    private final ConvenedRows convened;
    private final ElectorRows electors;
    private final ChainRows chain;
    private final Attendance attendance;
    private final SessionRights rights;
    private final Candidacies candidacies;
    private final RulesBook rules;
    private final Cases cases;
    private final Clock clock;

    VoteOpening(
            ItemRows items,
            SessionRows sessions,
            ConvenedRows convened,
            ElectorRows electors,
            ChainRows chain,
            Attendance attendance,
            SessionRights rights,
            Candidacies candidacies,
            RulesBook rules,
            Cases cases,
            Clock clock) {
        this.items = items;
        this.sessions = sessions;
        this.convened = convened;
        this.electors = electors;
        this.chain = chain;
        this.attendance = attendance;
        this.rights = rights;
        this.candidacies = candidacies;
        this.rules = rules;
        this.cases = cases;
        this.clock = clock;
    }

    /** The president calls the vote in a live session, once the announced end of the debate has come. */
    public void call(long itemId) {
        var item = items.lock(itemId);
        var session = sessions.require(item.sessionId());
        rights.requireChair(session);
        var now = now();
        if (!session.isLive() || session.state() != SessionState.OPEN || item.state() != ItemState.DEBATE) {
            throw new UserError(HttpStatus.CONFLICT, "allocation.session.error.not-so");
        }
        if (now.isBefore(Objects.requireNonNull(item.debateUntil()))) {
            throw new UserError(HttpStatus.CONFLICT, "allocation.session.error.debate-open");
        }
        var pinned = rules.require(session.rulesId());
        freeze(item, session, pinned, now, now.plus(Duration.ofMinutes(pinned.liveVoteMinutes())));
        cases.correlate("vote-called", new CaseRef(SessionCourse.ITEM, itemId));
    }

    /**
     * Opens the vote of a written session when the debate has ended, by the server's clock.
     *
     * @return false when it is too early, or the session is interrupted
     */
    boolean openDue(long itemId) {
        var item = items.lock(itemId);
        var session = sessions.require(item.sessionId());
        var now = now();
        if (item.state() != ItemState.DEBATE) {
            return true;
        }
        if (session.state() != SessionState.OPEN || now.isBefore(Objects.requireNonNull(item.debateUntil()))) {
            return false;
        }
        freeze(item, session, rules.require(session.rulesId()), now, Objects.requireNonNull(item.voteUntil()));
        return true;
    }

    private void freeze(
            SessionItem item, AllocationSession session, CommitteeRules pinned, Instant now, Instant until) {
        var dwelling = candidacies.dwelling(item.offeredDwellingId());
        var dossier = Dossier.write(dwelling, candidacies.candidates(dwelling.id()));
        var listed = list(item, session, dwelling);
        listed.forEach(elector -> electors.insert(item.id(), elector));
        var mayor = voter(listed, elector -> elector.capacity() == Capacity.MAYOR);
        var instead = pinned.mayorAbsent() == CommitteeRules.MayorAbsent.PRESIDENT
                ? voter(listed, elector -> isPresident(session, elector.voterId()))
                : null;
        items.update(
                item.id(),
                Set.of(ItemState.DEBATE),
                "state = 'VOTING', vote_from = ?, vote_until = ?, mayor_id = ?, instead_id = ?, dossier = ?",
                now,
                until,
                mayor,
                instead,
                dossier);
        var vote = new Vote(
                Dossier.read(dossier).contenders(),
                listed.stream()
                        .filter(ElectorRow::deliberative)
                        .map(elector -> new Elector(elector.voterId(), elector.recused(), false))
                        .toList(),
                pinned.quorum(!session.isLive()),
                mayor,
                instead);
        var facts = new java.util.HashMap<String, @Nullable Object>();
        facts.put("vote", BallotText.vote(vote));
        facts.put("until", until);
        facts.put("rules", pinned.versionNo());
        chain.add(item.id(), VoteChain.Kind.OPENED, now, facts, null);
    }

    private boolean isPresident(AllocationSession session, long voterId) {
        return convened.of(session.id()).stream()
                .filter(member -> member.memberId() == session.presidentId())
                .anyMatch(member ->
                        voterId == member.memberId() || Long.valueOf(voterId).equals(member.replacedBy()));
    }

    private List<ElectorRow> list(SessionItem item, AllocationSession session, OfferedDwelling dwelling) {
        var here = session.isLive() ? attendance.here(session.id()) : Set.<Long>of();
        return Seats.electors(
                convened.of(session.id()), dwelling, session.isLive(), here, electors.declared(item.id()));
    }

    private static @Nullable Long voter(List<ElectorRow> listed, java.util.function.Predicate<ElectorRow> which) {
        return listed.stream()
                .filter(ElectorRow::deliberative)
                .filter(which)
                .map(ElectorRow::voterId)
                .findFirst()
                .orElse(null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
