package fr.allervers.arrears.prevention;

import fr.allervers.arrears.settings.Setting;
import fr.allervers.ledger.HoldKind;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.workflow.CasesStarting;
import fr.allervers.workflow.ProcessSteps;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;

/**
 * What unpaid-rent-prevention.bpmn calls. Every step may run twice (a job repeated after a failure): its transaction is the engine's.
 * Before a step begins the account is read again under the lock that bookings on the account take too, so that nothing is written to
 * who has paid.
 */
@ProcessSteps("unpaidRent")
@Transactional
public class UnpaidRentSteps {

    private static final String LEAVE = "LEAVE";
    /** How long a hold without an end keeps a case paused before somebody looks at it again, in days. */
    private static final int HOLD_LOOKED_AT = 30;

    private final UnpaidRents rents;
    private final CaseAccount account;
    private final CaseTurns turns;
    private final CaseClosing closing;
    private final CaseFreeze freeze;
    private final LadderMessages messages;
    private final LadderDays days;
    private final NextActs nextActs;
    private final CaseDiary diary;
    private final RentAccounts accounts;
    private final Clock clock;

    UnpaidRentSteps(
            UnpaidRents rents,
            CaseAccount account,
            CaseTurns turns,
            CaseClosing closing,
            CaseFreeze freeze,
            LadderMessages messages,
            LadderDays days,
            NextActs nextActs,
            CaseDiary diary,
            RentAccounts accounts,
            Clock clock) {
        this.rents = rents;
        this.account = account;
        this.turns = turns;
        this.closing = closing;
        this.freeze = freeze;
        this.messages = messages;
        this.days = days;
        this.nextActs = nextActs;
        this.diary = diary;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A night's cases are asked about one by one: they are read at once. */
    @EventListener
    public void on(CasesStarting cases) {
        if (cases.kind().equals(ArrearsCases.KIND)) {
            rents.findAllById(cases.ids());
        }
    }

    /** The {@link Phase} in which the case stands. */
    public String where(long id) {
        return find(id).phase(days.today()).name();
    }

    /** The step to wait for, or LEAVE when prevention has nothing to do for now. */
    public String nextStep(long id) {
        var rent = find(id);
        return rent.phase(days.today()) == Phase.LADDER ? rent.ladder().next() : LEAVE;
    }

    public Date stepAt(long id) {
        return Date.from(days.nextStepAt(find(id)));
    }

    /** Reads the account and says which step begins: none when the debt is paid, or nothing of it may be asked for. */
    public String readAccount(long id) {
        var rent = lock(id);
        var standing = account.read(rent);
        if (account.isCleared(standing)) {
            closing.close(rent, CloseReason.DEBT_CLEARED);
        } else if (account.isHeld(standing)) {
            pauseWhileHeld(rent);
        }
        if (rent.phase(days.today()) != Phase.LADDER) {
            return LEAVE;
        }
        var step = rent.ladder().next();
        rent.ladder().shift(days.late(rent));
        taskDue(step).ifPresent(due -> rent.ladder().begin(step, due));
        nextActs.refresh(rent);
        return step;
    }

    private Optional<LocalDate> taskDue(String step) {
        return switch (step) {
            case "CALL" -> Optional.of(dueDay(Setting.TASK_CALL));
            case "VISIT" -> Optional.of(dueDay(Setting.TASK_VISIT));
            case "DECIDE" -> Optional.of(dueDay(Setting.TASK_DECIDE));
            case "ASSESS" -> Optional.of(dueDay(Setting.TASK_ASSESS));
            default -> Optional.empty();
        };
    }

    private LocalDate dueDay(Setting setting) {
        return days.due(setting).atZone(clock.getZone()).toLocalDate();
    }

    private void pauseWhileHeld(UnpaidRent rent) {
        var holds = accounts.holds(rent.leaseId(), days.today());
        var until = holds.stream()
                .map(hold -> hold.untilOn())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(last -> last.plusDays(1))
                .orElse(days.today().plusDays(HOLD_LOOKED_AT));
        var kind = holds.isEmpty() ? HoldKind.DISPUTED : holds.get(0).kind();
        turns.pause(
                rent,
                switch (kind) {
                    case DISPUTED -> PauseReason.DISPUTE;
                    case FROZEN -> PauseReason.OVER_INDEBTEDNESS;
                    case AID_EXPECTED -> PauseReason.BENEFIT_DELAYED;
                    default -> PauseReason.OTHER;
                },
                until,
                "");
    }

    public void sendSms(long id) {
        var rent = lock(id);
        messages.remind(rent);
        done(rent, LadderStep.SMS);
    }

    public void offerAppointment(long id) {
        var rent = lock(id);
        messages.offerAppointment(rent);
        done(rent, LadderStep.APPOINTMENT);
    }

    public void sendLetter(long id) {
        var rent = lock(id);
        messages.letter(rent);
        done(rent, LadderStep.LETTER);
    }

    private void done(UnpaidRent rent, LadderStep step) {
        rent.ladder().done(step, days.today());
        nextActs.refresh(rent);
    }

    public Date callDue(long id) {
        return Date.from(days.due(Setting.TASK_CALL));
    }

    public Date visitDue(long id) {
        return Date.from(days.due(Setting.TASK_VISIT));
    }

    public Date decideDue(long id) {
        return Date.from(days.due(Setting.TASK_DECIDE));
    }

    public Date assessDue(long id) {
        return Date.from(days.due(Setting.TASK_ASSESS));
    }

    public Date checkDue(long id) {
        return Date.from(days.due(Setting.TASK_CHECK));
    }

    /** A task is late and goes to the supervisor too. */
    public Date lateDue(long id) {
        diary.note(find(id), Timeline.Kind.ESCALATION, "late");
        return Date.from(days.due(Setting.TASK_SUPERVISOR));
    }

    /** The beginning of the day on which an answer has waited long enough. */
    public Date answerUntil(long id) {
        var until = find(id).answer().answerUntil();
        return Date.from(days.startOf(until == null ? days.today() : until));
    }

    public void answerLapsed(long id) {
        var rent = lock(id);
        rent.answerLapsed();
        nextActs.refresh(rent);
    }

    /** The beginning of the first day on which prevention goes on. */
    public Date pauseUntil(long id) {
        var pause = find(id).pause();
        return Date.from(days.startOf(pause == null ? days.today() : pause.pausedUntil()));
    }

    public void pauseOver(long id) {
        turns.resume(lock(id));
    }

    /** The row was closed by who sent the message. */
    public void recordClearing(long id) {
        closing.close(lock(id), CloseReason.DEBT_CLEARED);
    }

    public void freezeDebt(long id) {
        freeze.freeze(lock(id));
    }

    private UnpaidRent find(long id) {
        return rents.findById(id).orElseThrow();
    }

    private UnpaidRent lock(long id) {
        return rents.lockById(id).orElseThrow();
    }
}
