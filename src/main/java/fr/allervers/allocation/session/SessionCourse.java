package fr.allervers.allocation.session;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A session while it is held. Items are always locked before their session, so that opening, suspension and ballots wait for
 * one another in one order.
 */
@Component
@Transactional
public class SessionCourse {

    /** The process of an item, and its kind of case. */
    public static final String ITEM = "allocation-item";

    private final SessionRows rows;
    private final ItemRows items;
    private final ConvenedRows convened;
    private final Attendance attendance;
    private final SessionRights rights;
    private final SessionDiary diary;
    private final Cases cases;
    private final Clock clock;

    SessionCourse(
            SessionRows rows,
            ItemRows items,
            ConvenedRows convened,
            Attendance attendance,
            SessionRights rights,
            SessionDiary diary,
            Cases cases,
            Clock clock) {
        this.rows = rows;
        this.items = items;
        this.convened = convened;
        this.attendance = attendance;
        this.rights = rights;
        this.diary = diary;
        this.cases = cases;
        this.clock = clock;
    }

    /** The president opens a live session, not before its hour. */
    public void open(long sessionId) {
        var session = rows.require(sessionId);
        rights.requireChair(session);
        if (!session.isLive() || clock.instant().isBefore(session.startsAt())) {
            throw new UserError(HttpStatus.CONFLICT, "allocation.session.error.too-early");
        }
        openNow(sessionId);
        cases.correlate("session-opened", new CaseRef(AllocationSessions.KIND, sessionId));
    }

    /** Opens the session and the debate of a written one; once. */
    void openNow(long sessionId) {
        var all = items.lockAll(sessionId);
        var session = rows.lock(sessionId);
        if (session.state() != SessionState.CONVENED) {
            throw notSo();
        }
        rows.update(sessionId, Set.of(SessionState.CONVENED), "state = 'OPEN', opened_at = ?", clock.instant());
        diary.note(sessionId, null, SessionDiary.Kind.OPENED, "");
        for (var item : all) {
            if (!session.isLive()) {
                items.update(
                        item.id(),
                        Set.of(ItemState.PLANNED),
                        "state = 'DEBATE', debate_from = ?, debate_until = ?, vote_until = ?",
                        clock.instant(),
                        session.debateUntil(),
                        session.voteUntil());
            }
            cases.start(
                    new CaseRef(ITEM, item.id()), Map.of("mode", session.mode().name()));
        }
    }

    /**
     * Opens the debate on an item of a live session.
     *
     * @param minutes how long it lasts at least; its end is announced and never earlier
     */
    public void openDebate(long itemId, int minutes) {
        var item = items.lock(itemId);
        var session = rows.require(item.sessionId());
        rights.requireChair(session);
        if (!session.isLive() || session.state() != SessionState.OPEN || minutes < 0 || minutes > 120) {
            throw notSo();
        }
        if (!items.update(
                itemId,
                Set.of(ItemState.PLANNED),
                "state = 'DEBATE', debate_from = ?, debate_until = ?",
                clock.instant(),
                clock.instant().plus(Duration.ofMinutes(minutes)))) {
            throw notSo();
        }
    }

    /** Interrupts the session: no ballot is taken until it resumes. */
    public void suspend(long sessionId, String why) {
        items.lockAll(sessionId);
        var session = rows.lock(sessionId);
        rights.requireChair(session);
        if (why.isBlank()) {
            throw new UserError("allocation.session.error.why");
        }
        if (!rows.update(
                sessionId, Set.of(SessionState.OPEN), "state = 'SUSPENDED', suspended_at = ?", clock.instant())) {
            throw notSo();
        }
        diary.note(sessionId, null, SessionDiary.Kind.SUSPENDED, why.strip());
    }

    /** Goes on; what was open ends later by as long as the interruption lasted. */
    public void resume(long sessionId) {
        var all = items.lockAll(sessionId);
        var session = rows.lock(sessionId);
        rights.requireChair(session);
        var since = session.suspendedAt();
        if (since == null
                || !rows.update(sessionId, Set.of(SessionState.SUSPENDED), "state = 'OPEN', suspended_at = null")) {
            throw notSo();
        }
        var lost = Duration.between(since, clock.instant());
        for (var item : all) {
            if (item.state() == ItemState.DEBATE || item.state() == ItemState.VOTING) {
                items.update(
                        item.id(),
                        Set.of(ItemState.DEBATE, ItemState.VOTING),
                        "debate_until = ?, vote_until = ?",
                        item.debateUntil() != null && item.debateUntil().isAfter(since)
                                ? item.debateUntil().plus(lost)
                                : item.debateUntil(),
                        item.voteUntil() == null ? null : item.voteUntil().plus(lost));
                cases.correlate("item-times-changed", new CaseRef(ITEM, item.id()));
            }
        }
        diary.note(sessionId, null, SessionDiary.Kind.RESUMED, lost.toMinutes() + " min");
    }

    /** Notes what disturbed the session. */
    public void incident(long sessionId, String words) {
        var session = rows.require(sessionId);
        if (!rights.runs(session, rights.requireReader(session))) {
            rights.requireConvened(session);
        }
        if (words.isBlank() || !session.state().isUnderWay()) {
            throw new UserError("allocation.session.error.why");
        }
        diary.note(sessionId, null, SessionDiary.Kind.INCIDENT, words.strip());
    }

    /** The signed-in member takes part from now on. */
    public void arrive(long sessionId) {
        var session = requireOpen(sessionId);
        var me = rights.requireConvened(session);
        attendance.arrive(sessionId, me.memberId(), Attendance.How.REMOTE, me.name());
    }

    public void leave(long sessionId) {
        attendance.leave(
                sessionId, rights.requireConvened(rows.require(sessionId)).memberId());
    }

    /** Notes somebody who is in the room, or has left it. */
    public void inTheRoom(long sessionId, long memberId, boolean here) {
        var session = requireOpen(sessionId);
        StaffMember by = rights.requireChair(session);
        requireMember(sessionId, memberId);
        if (here) {
            attendance.arrive(sessionId, memberId, Attendance.How.ROOM, by.username());
        } else {
            attendance.leave(sessionId, memberId);
        }
    }

    /** A substitute takes the seat of whom they stand in for; none gives it back. Before the votes open. */
    public void replace(long sessionId, long memberId, @Nullable Long substituteId) {
        var session = rows.require(sessionId);
        rights.requireChair(session);
        var seat = requireMember(sessionId, memberId);
        var sub = substituteId == null ? null : requireMember(sessionId, substituteId);
        if (sub != null && !Long.valueOf(seat.memberId()).equals(sub.substituteOf())) {
            throw new UserError("allocation.session.error.substitute");
        }
        convened.replace(sessionId, memberId, substituteId);
        diary.note(
                sessionId, null, SessionDiary.Kind.REPLACED, seat.name() + " → " + (sub == null ? seat : sub).name());
    }

    Convened requireMember(long sessionId, long memberId) {
        return convened.of(sessionId).stream()
                .filter(member -> member.memberId() == memberId)
                .findFirst()
                .orElseThrow(() -> new UserError("allocation.session.error.not-convened"));
    }

    private AllocationSession requireOpen(long sessionId) {
        var session = rows.require(sessionId);
        if (!session.state().isUnderWay()) {
            throw notSo();
        }
        return session;
    }

    private static UserError notSo() {
        return new UserError(HttpStatus.CONFLICT, "allocation.session.error.not-so");
    }
}
