package fr.allervers.arrears.prevention;

import fr.allervers.ledger.Standing;
import fr.allervers.shared.personal.Anonymised;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A case of unpaid rent: what may become of it. Rows are made by {@link CaseOpening}. */
@Entity
@Table(name = "arrears_case")
class UnpaidRent {

    @Id
    private long id;

    private @Nullable Long leaseId;
    private @Nullable Long householdId;
    private long agencyId;
    private LocalDate openedOn;
    private LocalDate sinceOn;

    @Embedded
    private CaseCourse course;

    @Embedded
    private AccountReading account;

    @Embedded
    private LadderPlace ladder;

    @Nullable
    @Embedded
    private HouseholdAnswer answer;

    @Nullable
    private Long holdId;

    @Nullable
    private Instant lastContactAt;

    @Embedded
    private Recommendation next;

    @Version
    private int version;

    protected UnpaidRent() {}

    /** Where the process stands on this day. An answer's last day counts as waiting no more. */
    Phase phase(LocalDate today) {
        return switch (course.status()) {
            case CLOSED -> Phase.CLOSED;
            case PAUSED -> Phase.PAUSED;
            case PLAN -> Phase.PLAN;
            case LITIGATION -> Phase.LITIGATION;
            case OPEN -> answer().isWaitedFor(today) ? Phase.ANSWERED : Phase.LADDER;
        };
    }

    LadderPolicy.Stand stand() {
        return ladder.stand(openedOn);
    }

    void read(Standing standing) {
        account = AccountReading.of(standing);
    }

    /** Somebody decided; all reminders count as made once the last one was. */
    void decided(LocalDate on) {
        if (ladder.isOver()) {
            ladder.done(LadderStep.DECIDE, on);
        }
        ladder.mustDo(null);
    }

    void contacted(Instant at) {
        lastContactAt = at;
    }

    void answered(Answer how, LocalDate on, LocalDate until) {
        course.requireOpen();
        answer = new HouseholdAnswer(how, on, until);
        ladder.mustDo(null);
    }

    /** Nothing is done before this day; then somebody decides. */
    void waitUntil(LocalDate until) {
        answer = answer().waitingUntil(until);
        ladder.mustDo(null);
    }

    void answerLapsed() {
        answer = answer().waitingUntil(null);
        ladder.mustDo(Pending.ANSWER_LAPSED);
    }

    void unanswered() {
        course.requireOpen();
        answer = null;
        ladder.mustDo(null);
    }

    /** The reminders go on where they stood; from the first one when all were made. */
    void climbAgain(LocalDate today) {
        answer = null;
        ladder.again(today);
    }

    void pause(PauseReason why, LocalDate on, LocalDate until, String note) {
        course.requireOpen();
        course.pause(why, on, until, note);
        ladder.interrupt();
    }

    void resume(LocalDate on) {
        if (course.resume()) {
            ladder.resume(on);
        }
    }

    void planSigned(LocalDate on) {
        course.requireOpen();
        course.to(CaseStatus.PLAN);
        answer = new HouseholdAnswer(Answer.PLAN_SIGNED, on, null);
        ladder.mustDo(null);
    }

    /** The plan is followed no longer: somebody decides what comes next, and is told why. */
    void planEnded(Pending why, LocalDate on) {
        leave(CaseStatus.PLAN, why, on);
    }

    void toLitigation() {
        course.requireOpen();
        course.to(CaseStatus.LITIGATION);
        answer = answer().waitingUntil(null);
        ladder.mustDo(null);
    }

    void backFromLitigation(LocalDate on) {
        leave(CaseStatus.LITIGATION, Pending.BACK_FROM_LITIGATION, on);
    }

    private void leave(CaseStatus from, Pending then, LocalDate on) {
        course.requireOpen();
        if (course.leave(from)) {
            ladder.resume(on);
            ladder.mustDo(then);
        }
    }

    void frozenBy(long hold) {
        holdId = hold;
    }

    void close(CloseReason why, Instant at) {
        course.close(why, at);
        answer = answer().waitingUntil(null);
        ladder.mustDo(null);
    }

    void next(NextAct act) {
        next = Recommendation.of(act);
    }

    NextAct nextAct() {
        return next.act();
    }

    ArrearsCase view() {
        var pause = course.pause();
        return new ArrearsCase(
                id,
                leaseId(),
                householdId(),
                agencyId,
                course.status(),
                openedOn,
                sinceOn,
                account.debtCents(),
                account.collectableCents(),
                account.monthsOwed(),
                ladder.lastStep(),
                ladder.lastStepOn(),
                answer().answer(),
                answer().answeredOn(),
                pause == null ? null : pause.pauseReason(),
                pause == null ? null : pause.pausedUntil(),
                lastContactAt,
                course.closedAt(),
                course.closeReason());
    }

    /** What the recommendation of a next act looks at. */
    NextActPolicy.Situation situation(
            LocalDate today, @Nullable LocalDate nextStepOn, @Nullable LocalDate appointmentOn, @Nullable DueAct due) {
        var pause = course.pause();
        return new NextActPolicy.Situation(
                today,
                phase(today),
                ladder.current(),
                ladder.currentDue(),
                ladder.pending(),
                LadderPolicy.after(ladder.lastStep()),
                nextStepOn,
                ladder.lastStep(),
                ladder.lastStepOn(),
                answer().answer(),
                answer().answerUntil(),
                pause == null ? null : pause.pauseReason(),
                pause == null ? null : pause.pausedUntil(),
                account.monthsOwed(),
                appointmentOn,
                due);
    }

    long id() {
        return id;
    }

    long leaseId() {
        return Anonymised.named(leaseId);
    }

    long householdId() {
        return Anonymised.named(householdId);
    }

    /** Whether it only counts in figures any more and is nobody's. */
    boolean isAnonymised() {
        return householdId == null;
    }

    long agencyId() {
        return agencyId;
    }

    CaseStatus status() {
        return course.status();
    }

    AccountReading account() {
        return account;
    }

    LadderPlace ladder() {
        return ladder;
    }

    HouseholdAnswer answer() {
        return answer == null ? HouseholdAnswer.NONE : answer;
    }

    @Nullable
    CasePause pause() {
        return course.pause();
    }

    @Nullable
    Long holdId() {
        return holdId;
    }
}
