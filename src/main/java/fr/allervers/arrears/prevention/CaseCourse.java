package fr.allervers.arrears.prevention;

import fr.allervers.shared.web.UserError;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** In whose hands a case is: prevention, a plan, litigation; paused for a time; closed for good. */
@Embeddable
class CaseCourse {

    @Enumerated(EnumType.STRING)
    private CaseStatus status;

    /** While it is paused. */
    @Nullable
    @Embedded
    private CasePause pause;

    @Nullable
    private Instant closedAt;

    @Nullable
    @Enumerated(EnumType.STRING)
    private CloseReason closeReason;

    protected CaseCourse() {}

    /** @throws UserError 409 when it is closed */
    void requireOpen() {
        if (status == CaseStatus.CLOSED) {
            throw new UserError(HttpStatus.CONFLICT, "arrears.error.closed");
        }
    }

    void pause(PauseReason why, LocalDate on, LocalDate until, String note) {
        pause = pause == null ? new CasePause(status, why, on, until, note) : pause.changed(why, until, note);
        status = CaseStatus.PAUSED;
    }

    /** Back to what the pause interrupted; says whether there was one. */
    boolean resume() {
        if (pause == null) {
            return false;
        }
        status = pause.heldStatus();
        pause = null;
        return true;
    }

    /** To a plan or to litigation; a pause ends. */
    void to(CaseStatus next) {
        pause = null;
        status = next;
    }

    /** Back to prevention, a paused case when its pause ends; says whether it was there. */
    boolean leave(CaseStatus from) {
        if (status == from) {
            status = CaseStatus.OPEN;
            return true;
        }
        if (pause != null && pause.heldStatus() == from) {
            pause = pause.interrupting(CaseStatus.OPEN);
            return true;
        }
        return false;
    }

    void close(CloseReason why, Instant at) {
        to(CaseStatus.CLOSED);
        closeReason = why;
        closedAt = at;
    }

    CaseStatus status() {
        return status;
    }

    @Nullable
    CasePause pause() {
        return pause;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    @Nullable
    CloseReason closeReason() {
        return closeReason;
    }
}
