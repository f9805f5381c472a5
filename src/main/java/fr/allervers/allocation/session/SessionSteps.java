package fr.allervers.allocation.session;

import fr.allervers.shared.WorkingTime;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.workflow.ProcessSteps;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the process allocation-session asks and does. A step may run twice; it looks at the session's state first. */
@ProcessSteps("allocationSession")
@Transactional(propagation = Propagation.MANDATORY)
public class SessionSteps {

    private static final Duration REMINDER = Duration.ofDays(1);
    private static final int MINUTES_DAYS = 2;

    private final SessionRows rows;
    private final ConvenedRows convened;
    private final SessionCourse course;
    private final SessionNotices notices;
    private final Attendance attendance;
    private final SessionDiary diary;
    private final StaffDirectory staff;
    private final WorkingTime workingTime;
    private final Clock clock;

    SessionSteps(
            SessionRows rows,
            ConvenedRows convened,
            SessionCourse course,
            SessionNotices notices,
            Attendance attendance,
            SessionDiary diary,
            StaffDirectory staff,
            WorkingTime workingTime,
            Clock clock) {
        this.rows = rows;
        this.convened = convened;
        this.course = course;
        this.notices = notices;
        this.attendance = attendance;
        this.diary = diary;
        this.staff = staff;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** Sends the notices. */
    public void sendNotices(long id) {
        notices.convene(rows.require(id));
    }

    /** A day before it opens. */
    public Date remindAt(long id) {
        return Date.from(rows.require(id).startsAt().minus(REMINDER));
    }

    /** Reminds those convened, unless the notice was sent as late as that. */
    public void remind(long id) {
        var session = rows.require(id);
        var convenedAt = session.convenedAt();
        if (convenedAt != null && convenedAt.isBefore(session.startsAt().minus(REMINDER))) {
            notices.remindOfSession(session);
        }
    }

    public Date startsAt(long id) {
        return Date.from(rows.require(id).startsAt());
    }

    /** Opens a written session by the server's clock. */
    public void open(long id) {
        if (rows.require(id).state() == SessionState.CONVENED) {
            course.openNow(id);
        }
    }

    /** Every item is settled: who was here leaves, and the minutes can be signed. */
    public void close(long id) {
        if (rows.update(
                id,
                Set.of(SessionState.OPEN, SessionState.SUSPENDED),
                "state = 'CLOSED', closed_at = ?",
                clock.instant())) {
            attendance.leaveAll(id);
            diary.note(id, null, SessionDiary.Kind.CLOSED, "");
        }
    }

    public void tellOfCancellation(long id) {
        notices.cancelled(rows.require(id));
    }

    /** User name of the president. */
    public @Nullable String president(long id) {
        var session = rows.require(id);
        return convened.of(id).stream()
                .filter(member -> member.memberId() == session.presidentId())
                .flatMap(member -> staff.byIds(Set.of(member.staffId())).values().stream())
                .map(person -> person.username())
                .findFirst()
                .orElse(null);
    }

    public Date minutesDue(long id) {
        return Date.from(workingTime.plusWorkingDays(clock.instant(), MINUTES_DAYS));
    }

    public Date chaseDue(long id) {
        return Date.from(workingTime.plusWorkingDays(clock.instant(), 1));
    }
}
