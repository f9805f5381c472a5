package fr.allervers.arrears.prevention;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why and until when prevention waits.
 *
 * @param heldStatus what the pause interrupts
 * @param pausedUntil first day on which prevention goes on
 */
@Embeddable
record CasePause(
        @Enumerated(EnumType.STRING) CaseStatus heldStatus,
        @Enumerated(EnumType.STRING) PauseReason pauseReason,
        LocalDate pausedOn,
        LocalDate pausedUntil,
        @Nullable String pauseNote) {

    /** The same pause, for another reason or longer. */
    CasePause changed(PauseReason why, LocalDate until, String note) {
        return new CasePause(heldStatus, why, pausedOn, until, note);
    }

    CasePause interrupting(CaseStatus status) {
        return new CasePause(status, pauseReason, pausedOn, pausedUntil, pauseNote);
    }
}
