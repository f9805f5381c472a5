package fr.allervers.arrears.prevention;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How far the reminders of a case are, which task is open, and what has to be done before they go on. */
@Embeddable
class LadderPlace {

    /** The day from which its days count. */
    private LocalDate ladderFrom;

    @Nullable
    @Enumerated(EnumType.STRING)
    private LadderStep lastStep;

    @Nullable
    private LocalDate lastStepOn;

    @Nullable
    private LocalDate resumedOn;

    @Nullable
    @Enumerated(EnumType.STRING)
    private Pending pending;

    /** The step whose task is open. */
    @Nullable
    private String current;

    @Nullable
    private LocalDate currentDue;

    protected LadderPlace() {}

    /** The step that comes next. */
    String next() {
        return pending != null ? pending.step() : LadderPolicy.after(lastStep).name();
    }

    LadderPolicy.Stand stand(LocalDate openedOn) {
        return new LadderPolicy.Stand(ladderFrom, resumedOn == null ? openedOn : resumedOn, lastStep);
    }

    /** A step begins so many days later than planned: the following ones wait as long, so that the household keeps its time. */
    void shift(long late) {
        ladderFrom = ladderFrom.plusDays(Math.max(0, late));
    }

    void begin(String step, LocalDate due) {
        current = step;
        currentDue = due;
    }

    void done(LadderStep step, LocalDate on) {
        lastStep = step;
        lastStepOn = on;
        current = null;
        currentDue = null;
    }

    void mustDo(@Nullable Pending what) {
        pending = what;
        current = null;
    }

    /** Nothing is asked of anybody for now. */
    void interrupt() {
        current = null;
    }

    /** It goes on, no step earlier than this day. */
    void resume(LocalDate on) {
        resumedOn = on;
    }

    /** From the first step again when all were made. */
    void again(LocalDate today) {
        mustDo(null);
        if (isOver()) {
            lastStep = null;
            lastStepOn = null;
            ladderFrom = today;
            resumedOn = today;
        }
    }

    /** Whether all reminders were made. */
    boolean isOver() {
        return lastStep == LadderStep.VISIT || lastStep == LadderStep.DECIDE;
    }

    LocalDate from() {
        return ladderFrom;
    }

    @Nullable
    LadderStep lastStep() {
        return lastStep;
    }

    @Nullable
    LocalDate lastStepOn() {
        return lastStepOn;
    }

    @Nullable
    Pending pending() {
        return pending;
    }

    @Nullable
    String current() {
        return current;
    }

    @Nullable
    LocalDate currentDue() {
        return currentDue;
    }
}
