package fr.allervers.arrears.prevention;

import fr.allervers.ledger.Standing;
import fr.allervers.shared.web.UserError;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A case of unpaid rent with its rules. Rows are made by {@link CaseOpening}. */
@Entity
@Table(name = "arrears_case")
class UnpaidRent {

    @Id
    private long id;

    private long leaseId;
    private long householdId;
    private long agencyId;

    @Enumerated(EnumType.STRING)
    private CaseStatus status;

    @Nullable
    @Enumerated(EnumType.STRING)
    private CaseStatus heldStatus;

    private LocalDate openedOn;
    private LocalDate sinceOn;
    private LocalDate ladderFrom;
    private long debtCents;
    private long collectableCents;
    private BigDecimal monthsOwed;
    private LocalDate readOn;

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

    @Nullable
    @Enumerated(EnumType.STRING)
    private Answer answer;

    @Nullable
    private LocalDate answeredOn;

    @Nullable
    private LocalDate answerUntil;

    @Nullable
    @Enumerated(EnumType.STRING)
    private PauseReason pauseReason;

    @Nullable
    private LocalDate pausedOn;

    @Nullable
    private LocalDate pausedUntil;

    @Nullable
    private String pauseNote;

    @Nullable
    private Long holdId;

    @Nullable
    private Instant lastContactAt;

    @Nullable
    private Instant closedAt;

    @Nullable
    @Enumerated(EnumType.STRING)
    private CloseReason closeReason;

    private String nextAct;
    private LocalDate actOn;
    private String actReason;
    private int urgency;

    @Version
    private int version;

    protected UnpaidRent() {}

    /** Where the process stands on this day. An answer's last day counts as waiting no more. */
    Phase phase(LocalDate today) {
        return switch (status) {
            case CLOSED -> Phase.CLOSED;
            case PAUSED -> Phase.PAUSED;
            case PLAN -> Phase.PLAN;
            case LITIGATION -> Phase.LITIGATION;
            case OPEN -> answerUntil != null && today.isBefore(answerUntil) ? Phase.ANSWERED : Phase.LADDER;
        };
    }

    /** The step that comes next while prevention acts. */
    String nextStep() {
        return pending != null ? pending.step() : LadderPolicy.after(lastStep).name();
    }

    LadderPolicy.Stand stand() {
        return new LadderPolicy.Stand(ladderFrom, resumedOn == null ? openedOn : resumedOn, lastStep);
    }

    void read(Standing standing) {
        debtCents = standing.debtCents();
        collectableCents = standing.collectableCents();
        monthsOwed = standing.monthsOwed();
        readOn = standing.on();
    }

    /** A step begins so many days later than planned: the following ones wait as long, so that the household keeps its time. */
    void shift(long late) {
        ladderFrom = ladderFrom.plusDays(Math.max(0, late));
    }

    /** A task opens for this step. */
    void begin(String step, LocalDate due) {
        current = step;
        currentDue = due;
    }

    void stepDone(LadderStep step, LocalDate on) {
        lastStep = step;
        lastStepOn = on;
        current = null;
        currentDue = null;
    }

    /** Somebody decided; all reminders count as made once the last one was. */
    void decided(LocalDate on) {
        if (lastStep == LadderStep.VISIT || lastStep == LadderStep.DECIDE) {
            stepDone(LadderStep.DECIDE, on);
        }
        mustDo(null);
    }

    void contacted(Instant at) {
        lastContactAt = at;
    }

    void answered(Answer how, LocalDate on, LocalDate until) {
        requireOpen();
        answer = how;
        answeredOn = on;
        waitUntil(until);
    }

    /** Nothing is done before this day; then somebody decides. */
    void waitUntil(LocalDate until) {
        answerUntil = until;
        pending = null;
        current = null;
    }

    void answerLapsed() {
        answerUntil = null;
        pending = Pending.ANSWER_LAPSED;
    }

    void unanswered() {
        requireOpen();
        answer = null;
        answeredOn = null;
        answerUntil = null;
        pending = null;
    }

    void mustDo(@Nullable Pending what) {
        pending = what;
        current = null;
    }

    /** The reminders go on where they stood; from the first one when all were made. */
    void climbAgain(LocalDate today) {
        mustDo(null);
        answer = null;
        answerUntil = null;
        if (lastStep == LadderStep.VISIT || lastStep == LadderStep.DECIDE) {
            lastStep = null;
            lastStepOn = null;
            ladderFrom = today;
            resumedOn = today;
        }
    }

    void pause(PauseReason why, LocalDate on, LocalDate until, String note) {
        requireOpen();
        if (status != CaseStatus.PAUSED) {
            heldStatus = status;
            pausedOn = on;
        }
        status = CaseStatus.PAUSED;
        pauseReason = why;
        pausedUntil = until;
        pauseNote = note;
        current = null;
    }

    void resume(LocalDate on) {
        if (status == CaseStatus.PAUSED) {
            status = heldStatus == null ? CaseStatus.OPEN : heldStatus;
            endPause();
            resumedOn = on;
        }
    }

    void planSigned(LocalDate on) {
        requireOpen();
        endPause();
        status = CaseStatus.PLAN;
        answer = Answer.PLAN_SIGNED;
        answeredOn = on;
        answerUntil = null;
        mustDo(null);
    }

    void planBroken(LocalDate on) {
        requireOpen();
        leave(CaseStatus.PLAN, Pending.PLAN_BROKEN, on);
    }

    void toLitigation() {
        requireOpen();
        endPause();
        status = CaseStatus.LITIGATION;
        answerUntil = null;
        mustDo(null);
    }

    void backFromLitigation(LocalDate on) {
        requireOpen();
        leave(CaseStatus.LITIGATION, Pending.BACK_FROM_LITIGATION, on);
    }

    /** Back to prevention; a paused case goes there when its pause ends. */
    private void leave(CaseStatus from, Pending then, LocalDate on) {
        if (status == from) {
            status = CaseStatus.OPEN;
            resumedOn = on;
            mustDo(then);
        } else if (status == CaseStatus.PAUSED && heldStatus == from) {
            heldStatus = CaseStatus.OPEN;
            mustDo(then);
        }
    }

    private void endPause() {
        heldStatus = null;
        pauseReason = null;
        pausedOn = null;
        pausedUntil = null;
        pauseNote = null;
    }

    void frozenBy(long hold) {
        holdId = hold;
    }

    void close(CloseReason why, Instant at) {
        endPause();
        status = CaseStatus.CLOSED;
        closeReason = why;
        closedAt = at;
        answerUntil = null;
        mustDo(null);
    }

    void next(NextAct act) {
        nextAct = act.act();
        actOn = act.on();
        actReason = act.reason();
        urgency = act.urgency().ordinal();
    }

    NextAct nextAct() {
        return new NextAct(nextAct, actOn, actReason, Urgency.values()[urgency]);
    }

    private void requireOpen() {
        if (status == CaseStatus.CLOSED) {
            throw new UserError(HttpStatus.CONFLICT, "arrears.error.closed");
        }
    }

    ArrearsCase view() {
        return new ArrearsCase(
                id,
                leaseId,
                householdId,
                agencyId,
                status,
                openedOn,
                sinceOn,
                debtCents,
                collectableCents,
                monthsOwed,
                lastStep,
                lastStepOn,
                answer,
                answeredOn,
                pauseReason,
                pausedUntil,
                lastContactAt,
                closedAt,
                closeReason);
    }

    /** What the recommendation of a next act looks at. */
    NextActPolicy.Situation situation(
            LocalDate today, @Nullable LocalDate nextStepOn, @Nullable LocalDate appointmentOn, @Nullable DueAct due) {
        return new NextActPolicy.Situation(
                today,
                phase(today),
                current,
                currentDue,
                pending,
                LadderPolicy.after(lastStep),
                nextStepOn,
                lastStep,
                lastStepOn,
                answer,
                answerUntil,
                pauseReason,
                pausedUntil,
                monthsOwed,
                appointmentOn,
                due);
    }

    long id() {
        return id;
    }

    long leaseId() {
        return leaseId;
    }

    long householdId() {
        return householdId;
    }

    long agencyId() {
        return agencyId;
    }

    CaseStatus status() {
        return status;
    }

    LocalDate ladderFrom() {
        return ladderFrom;
    }

    long debtCents() {
        return debtCents;
    }

    long collectableCents() {
        return collectableCents;
    }

    @Nullable
    Pending pending() {
        return pending;
    }

    @Nullable
    LocalDate answerUntil() {
        return answerUntil;
    }

    @Nullable
    PauseReason pauseReason() {
        return pauseReason;
    }

    @Nullable
    LocalDate pausedUntil() {
        return pausedUntil;
    }

    @Nullable
    String pauseNote() {
        return pauseNote;
    }

    @Nullable
    Long holdId() {
        return holdId;
    }
}
