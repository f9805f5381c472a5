package fr.allervers.outreach.calling;

import fr.allervers.workflow.CasesStarting;
import fr.allervers.workflow.ProcessSteps;
import fr.allervers.workflow.TaskEvents.TaskOpened;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;

/**
 * What household-call.bpmn calls. Moments are {@link Date}s, as the engine wants them. Every step may run twice (a job
 * repeated after a failure): its transaction is the engine's.
 */
@ProcessSteps("householdCall")
@Transactional
public class HouseholdCallSteps {

    private final CallRows calls;
    private final CallDeadlines deadlines;
    private final Retries retries;
    private final Languages languages;
    private final CallDiary diary;
    private final Clock clock;

    HouseholdCallSteps(
            CallRows calls,
            CallDeadlines deadlines,
            Retries retries,
            Languages languages,
            CallDiary diary,
            Clock clock) {
        this.calls = calls;
        this.deadlines = deadlines;
        this.retries = retries;
        this.languages = languages;
        this.diary = diary;
        this.clock = clock;
    }

    /** A launch asks about each of its calls: they are read at once. */
    @EventListener
    public void on(CasesStarting cases) {
        if (cases.kind().equals(CallDiary.KIND)) {
            calls.findAllById(cases.ids());
        }
    }

    /** The household waits in the queue from the moment its task opens. */
    @EventListener
    public void on(TaskOpened task) {
        if (task.ofCase().kind().equals(CallDiary.KIND) && task.step().equals(CallTask.STEP)) {
            find(task.ofCase().id()).callable();
        }
    }

    public Date callDue(long id) {
        return Date.from(deadlines.call(find(id)));
    }

    public Date findNumberDue(long id) {
        return workingDays(3);
    }

    public Date findNumberLateDue(long id) {
        return workingDays(2);
    }

    public Date homeCheckDue(long id) {
        return workingDays(2);
    }

    public Date homeCheckLateDue(long id) {
        return workingDays(1);
    }

    public Date checkRegisterDue(long id) {
        return workingDays(5);
    }

    public Date checkRegisterLateDue(long id) {
        return workingDays(2);
    }

    public Date takeChargeDue(long id) {
        return Date.from(deadlines.takeCharge(find(id)));
    }

    public Date supervisorDue(long id) {
        return Date.from(deadlines.supervisor(find(id)));
    }

    public Date directorDue(long id) {
        return Date.from(deadlines.director(find(id)));
    }

    /** RETRY or WRITE, by the landlord's table. */
    public String planRetry(long id) {
        return retries.plan(find(id));
    }

    /** Whether there is another number to try at {@link #retryAt}. */
    public boolean planOtherNumber(long id) {
        return retries.otherNumber(find(id));
    }

    public Date retryAt(long id) {
        return callableFrom(id);
    }

    public Date callBackAt(long id) {
        return callableFrom(id);
    }

    /** Says in which language somebody has to call, and who could. */
    public void seekLanguage(long id) {
        var call = find(id);
        var speakers = languages.speakers(call.language(), call.agencyId());
        if (speakers.isEmpty()) {
            diary.note(call, Timeline.Kind.ESCALATION, "nobody-speaks", call.language());
        } else {
            diary.note(call, Timeline.Kind.NOTE, "language", call.language(), String.join(", ", speakers));
        }
    }

    /** Writes to the household and says whether somebody is to go and see. */
    public boolean writeToHousehold(long id) {
        return retries.write(find(id));
    }

    public void closeReached(long id) {
        var call = find(id);
        close(call, call.reachedAt() == null ? Outcome.CARED : Outcome.REACHED);
    }

    public void closeUnreached(long id) {
        close(find(id), Outcome.UNREACHED);
    }

    public void closeRefused(long id) {
        close(find(id), Outcome.REFUSED);
    }

    public void closeInterrupted(long id) {
        var call = find(id);
        close(call, outcome(call));
    }

    public void recordInterruption(long id) {
        var call = find(id);
        close(call, outcome(call));
    }

    public void noteOverdue(long id) {
        diary.note(find(id), Timeline.Kind.ESCALATION, "overdue");
    }

    public void noteOverdueAgain(long id) {
        diary.note(find(id), Timeline.Kind.ESCALATION, "overdue-again");
    }

    private void close(HouseholdCall call, Outcome outcome) {
        if (call.close(outcome, clock.instant())) {
            diary.note(call, Timeline.Kind.NOTE, "closed." + outcome);
            calls.flush();
        }
    }

    private static Outcome outcome(HouseholdCall call) {
        if (call.disposition() == Disposition.DECEASED) {
            return Outcome.DECEASED;
        }
        if (call.disposition() == Disposition.MOVED) {
            return Outcome.MOVED;
        }
        return call.isGivenUp() ? Outcome.STOPPED : Outcome.INTERRUPTED;
    }

    private Date callableFrom(long id) {
        Instant at = Objects.requireNonNullElseGet(find(id).callableFrom(), clock::instant);
        return Date.from(at);
    }

    private Date workingDays(int days) {
        return Date.from(deadlines.days(days));
    }

    private HouseholdCall find(long id) {
        return calls.findById(id).orElseThrow();
    }
}
