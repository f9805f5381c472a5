package fr.allervers.allocation.ballot;

import fr.allervers.allocation.committee.RulesBook;
import fr.allervers.allocation.session.AllocationSession;
import fr.allervers.allocation.session.Convened;
import fr.allervers.allocation.session.ConvenedRows;
import fr.allervers.allocation.session.ItemRows;
import fr.allervers.allocation.session.SessionNotices;
import fr.allervers.allocation.session.SessionRows;
import fr.allervers.allocation.session.SessionState;
import fr.allervers.shared.WorkingTime;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.workflow.ProcessSteps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the process allocation-item asks and does. A step may run twice; it looks at the item's state first. */
@ProcessSteps("allocationItem")
@Transactional(propagation = Propagation.MANDATORY)
public class ItemSteps {

    /** While a session is interrupted nothing is due; its resumption wakes the process, and this look is a second rope. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private static final int SIGN_DAYS = 1;
    private static final int QUORUM_HOURS = 4;

    private final ItemRows items;
    private final SessionRows sessions;
    private final ConvenedRows convened;
    private final ElectorRows electors;
    private final BallotRows ballots;
    private final VoteOpening opening;
    private final VoteClosing closing;
    private final ItemSettlement settlement;
    private final SessionNotices notices;
    private final RulesBook rules;
    private final StaffDirectory staff;
    private final WorkingTime workingTime;
    private final Clock clock;

    ItemSteps(
            ItemRows items,
            SessionRows sessions,
            ConvenedRows convened,
            ElectorRows electors,
            BallotRows ballots,
            VoteOpening opening,
            VoteClosing closing,
            ItemSettlement settlement,
            SessionNotices notices,
            RulesBook rules,
            StaffDirectory staff,
            WorkingTime workingTime,
            Clock clock) {
        this.items = items;
        this.sessions = sessions;
        this.convened = convened;
        this.electors = electors;
        this.ballots = ballots;
        this.opening = opening;
        this.closing = closing;
        this.settlement = settlement;
        this.notices = notices;
        this.rules = rules;
        this.staff = staff;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** The announced end of the debate. */
    public Date debateUntil(long id) {
        return notBefore(id, items.require(id).debateUntil());
    }

    /** Opens the vote if it is due, and says whether it is open. */
    public boolean openVote(long id) {
        return opening.openDue(id);
    }

    /** When those who did not vote are reminded; at the end itself where the vote is too short for it. */
    public Date remindAt(long id) {
        var item = items.require(id);
        var hours = rules.require(session(id).rulesId()).reminderHours();
        var until = Objects.requireNonNull(item.voteUntil());
        var at = until.minus(Duration.ofHours(hours));
        return Date.from(hours == 0 || at.isBefore(Objects.requireNonNull(item.voteFrom())) ? until : at);
    }

    /** Writes to the electors who may vote and have not. */
    public void remind(long id) {
        var item = items.require(id);
        if (!clock.instant().isBefore(Objects.requireNonNull(item.voteUntil()))) {
            return;
        }
        Set<Long> cast = ballots.of(id).stream().map(BallotRows.Kept::voterId).collect(Collectors.toSet());
        var late = electors.of(id).stream()
                .filter(elector -> elector.deliberative() && !elector.recused() && elector.mandateTo() == null)
                .map(ElectorRow::voterId)
                .filter(voter -> !cast.contains(voter))
                .collect(Collectors.toSet());
        notices.remindOfVote(session(id), item, late);
    }

    public Date voteUntil(long id) {
        return notBefore(id, items.require(id).voteUntil());
    }

    /** WAIT, QUORATE, NO_QUORUM or SETTLED. */
    public String closeVote(long id) {
        return closing.close(id).name();
    }

    public void settle(long id) {
        settlement.settled(items.require(id).sessionId());
    }

    /** User name of the session's president, or of the substitute in the president's seat. */
    public @Nullable String president(long id) {
        var session = session(id);
        return convened.of(session.id()).stream()
                .filter(member -> member.memberId() == session.presidentId())
                .map(Convened::staffId)
                .flatMap(staffId -> staff.byIds(Set.of(staffId)).values().stream())
                .map(person -> person.username())
                .findFirst()
                .orElse(null);
    }

    public Date signDue(long id) {
        return Date.from(workingTime.plusWorkingDays(clock.instant(), SIGN_DAYS));
    }

    public Date quorumDue(long id) {
        return Date.from(workingTime.plusWorkingHours(clock.instant(), QUORUM_HOURS));
    }

    public Date chaseDue(long id) {
        return Date.from(workingTime.plusWorkingDays(clock.instant(), SIGN_DAYS));
    }

    private Date notBefore(long id, @Nullable Instant at) {
        var soon = clock.instant().plus(AGAIN);
        if (at == null || (session(id).state() == SessionState.SUSPENDED && at.isBefore(soon))) {
            return Date.from(soon);
        }
        return Date.from(at);
    }

    private AllocationSession session(long id) {
        return sessions.require(items.require(id).sessionId());
    }
}
