package fr.allervers.allocation.ballot.web;

import fr.allervers.allocation.Candidacies;
import fr.allervers.allocation.Candidate;
import fr.allervers.allocation.CandidateDecision;
import fr.allervers.allocation.OfferedDwelling;
import fr.allervers.allocation.ballot.BallotRows;
import fr.allervers.allocation.ballot.Decisions;
import fr.allervers.allocation.ballot.ElectorRow;
import fr.allervers.allocation.ballot.ElectorRows;
import fr.allervers.allocation.ballot.VoteResults;
import fr.allervers.allocation.committee.CommitteeRules;
import fr.allervers.allocation.committee.RulesBook;
import fr.allervers.allocation.count.Outcome;
import fr.allervers.allocation.session.AllocationSession;
import fr.allervers.allocation.session.Attendance;
import fr.allervers.allocation.session.Convened;
import fr.allervers.allocation.session.ItemRows;
import fr.allervers.allocation.session.ItemState;
import fr.allervers.allocation.session.ItemTalk;
import fr.allervers.allocation.session.SessionItem;
import fr.allervers.allocation.session.SessionRights;
import fr.allervers.allocation.session.SessionRows;
import fr.allervers.allocation.session.SessionState;
import fr.allervers.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the page of an item shows, in a fixed number of queries. Choices of others are read only once the vote is closed. */
@Component
@Transactional(readOnly = true)
class ItemDesk {

    private final ItemRows items;
    private final SessionRows sessions;
    private final ElectorRows electors;
    private final BallotRows ballots;
    private final VoteResults results;
    private final ItemTalk talk;
    private final Attendance attendance;
    private final SessionRights rights;
    private final RulesBook rules;
    private final Candidacies candidacies;
    private final Clock clock;

    ItemDesk(
            ItemRows items,
            SessionRows sessions,
            ElectorRows electors,
            BallotRows ballots,
            VoteResults results,
            ItemTalk talk,
            Attendance attendance,
            SessionRights rights,
            RulesBook rules,
            Candidacies candidacies,
            Clock clock) {
        this.items = items;
        this.sessions = sessions;
        this.electors = electors;
        this.ballots = ballots;
        this.results = results;
        this.talk = talk;
        this.attendance = attendance;
        this.rights = rights;
        this.rules = rules;
        this.candidacies = candidacies;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param me the reader as convened
     * @param elector the reader as listed for the item
     * @param own the reader's own ballot
     * @param givers those whose mandate the reader holds
     * @param outcome once the vote is closed
     */
    public record Page(
            SessionItem item,
            AllocationSession session,
            CommitteeRules rules,
            OfferedDwelling dwelling,
            List<Candidate> candidates,
            List<ItemTalk.Word> talk,
            List<ElectorRow> electors,
            Live live,
            @Nullable Convened me,
            @Nullable ElectorRow elector,
            boolean declared,
            BallotRows.@Nullable Kept own,
            List<ElectorRow> givers,
            @Nullable Outcome outcome,
            List<CandidateDecision> decisions,
            boolean chairs,
            boolean presides,
            boolean here) {

        public boolean mayVote() {
            return item.state() == ItemState.VOTING
                    && session.state() == SessionState.OPEN
                    && live.minutesLeft() >= 0
                    && elector != null
                    && elector.deliberative()
                    && !elector.recused()
                    && elector.mandateTo() == null
                    && (!session.isLive() || here);
        }

        public boolean mayTalk() {
            return item.state() == ItemState.PLANNED || item.state() == ItemState.DEBATE;
        }

        public boolean mayRecuse() {
            return me != null && !declared && !item.state().isClosed();
        }

        public boolean mayRefer() {
            return me != null
                    && session.state().isUnderWay()
                    && !item.state().isSettled()
                    && item.state() != ItemState.COUNTED;
        }

        public String candidateName(long id) {
            return candidates.stream()
                    .filter(candidate -> candidate.id() == id)
                    .map(Candidate::name)
                    .findFirst()
                    .orElse("");
        }

        public String voterName(@Nullable Long id) {
            return electors.stream()
                    .filter(elector -> id != null && elector.voterId() == id)
                    .map(ElectorRow::name)
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * How the vote goes, without anybody's choice.
     *
     * @param taking electors who take part, as the quorum counts them
     * @param until announced end of the phase
     * @param minutesLeft until then; negative once it has passed
     */
    public record Live(
            ItemState state,
            boolean suspended,
            int taking,
            int electors,
            int required,
            int cast,
            @Nullable Instant until,
            long minutesLeft) {

        public boolean quorate() {
            return taking >= required && taking > 0;
        }

        public int percent() {
            return electors == 0 ? 0 : 100 * taking / electors;
        }
    }

    Page page(long itemId, StaffMember reader) {
        var item = items.require(itemId);
        var session = sessions.require(item.sessionId());
        rights.requireReader(session, item);
        var pinned = rules.require(session.rulesId());
        var listed = electors.of(itemId);
        var me = rights.me(session).orElse(null);
        var elector = listed.stream()
                .filter(one -> one.staffId() == reader.id())
                .findFirst()
                .orElse(null);
        var kept = ballots.of(itemId);
        var here = session.isLive() ? attendance.here(session.id()) : Set.<Long>of();
        var outcome = item.state().isClosed() && item.dossier() != null && item.closedAt() != null
                ? results.of(item, session, pinned)
                : null;
        var officer = rights.runs(session, reader);
        var presides = me != null && me.memberId() == session.presidentId();
        return new Page(
                item,
                session,
                pinned,
                candidacies.dwelling(item.offeredDwellingId()),
                candidacies.candidates(item.offeredDwellingId()),
                talk.of(itemId),
                listed,
                live(item, session, pinned, listed, kept, here),
                me,
                elector,
                elector == null
                        ? me != null
                                && electors.declared(itemId).stream().anyMatch(one -> one.memberId() == me.memberId())
                        : elector.recused(),
                own(elector, kept),
                elector == null
                        ? List.of()
                        : listed.stream()
                                .filter(one -> Objects.equals(one.mandateTo(), elector.voterId()))
                                .toList(),
                outcome,
                outcome == null ? List.of() : Decisions.of(outcome, LocalDate.now(clock), pinned.conditionDays()),
                officer || presides,
                presides,
                me != null && here.contains(me.memberId()));
    }

    Live live(long itemId) {
        var item = items.require(itemId);
        var session = sessions.require(item.sessionId());
        rights.requireReader(session, item);
        return live(
                item,
                session,
                rules.require(session.rulesId()),
                electors.of(itemId),
                ballots.of(itemId),
                session.isLive() ? attendance.here(session.id()) : Set.of());
    }

    private Live live(
            SessionItem item,
            AllocationSession session,
            CommitteeRules pinned,
            List<ElectorRow> listed,
            List<BallotRows.Kept> kept,
            Set<Long> here) {
        var voters = listed.stream()
                .filter(one -> one.deliberative() && !one.recused())
                .map(ElectorRow::voterId)
                .collect(Collectors.toSet());
        var cast = kept.stream()
                .filter(one -> one.voterId() == one.castBy() && voters.contains(one.voterId()))
                .map(BallotRows.Kept::voterId)
                .collect(Collectors.toSet());
        var taking = voters.stream()
                .filter(voter -> cast.contains(voter)
                        || (session.isLive()
                                && (here.contains(voter)
                                        || listed.stream().anyMatch(one -> one.voterId() == voter && one.present()))))
                .count();
        var until = item.state() == ItemState.DEBATE ? item.debateUntil() : item.voteUntil();
        var phase = item.state() == ItemState.DEBATE || item.state() == ItemState.VOTING;
        return new Live(
                item.state(),
                session.state() == SessionState.SUSPENDED,
                (int) taking,
                voters.size(),
                pinned.quorum(!session.isLive()).required(voters.size()),
                cast.size(),
                phase ? until : null,
                until == null ? -1 : Math.floorDiv(until.toEpochMilli() - clock.millis(), 60_000L));
    }

    private static BallotRows.@Nullable Kept own(@Nullable ElectorRow elector, List<BallotRows.Kept> kept) {
        return elector == null
                ? null
                : kept.stream()
                        .filter(one -> one.voterId() == elector.voterId())
                        .findFirst()
                        .orElse(null);
    }
}
