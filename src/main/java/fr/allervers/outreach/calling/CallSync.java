package fr.allervers.outreach.calling;

import fr.allervers.outreach.calling.HouseholdCall.State;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.HouseholdLeft;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.TaskEvents.TaskChanged;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps calls in step with what happens elsewhere: the register, the inbox. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CallSync {

    private final CallRows calls;
    private final Cases cases;
    private final StaffDirectory staff;
    private final Clock clock;

    CallSync(CallRows calls, Cases cases, StaffDirectory staff, Clock clock) {
        this.calls = calls;
        this.cases = cases;
        this.staff = staff;
        this.clock = clock;
    }

    /** Nobody lives there any more: open calls to the household end. */
    @EventListener
    public void on(HouseholdLeft left) {
        var why = left.reason() == HouseholdLeft.Reason.DECEASED ? Disposition.DECEASED : Disposition.MOVED;
        for (var call : calls.findByHouseholdIdAndStateIn(
                left.householdId(), List.of(State.LISTED, State.TO_CALL, State.WAITING))) {
            call.left(why);
            calls.flush();
            if (!cases.correlate("household-interrupted", CallDiary.caseOf(call.id()))) {
                call.close(why == Disposition.DECEASED ? Outcome.DECEASED : Outcome.MOVED, clock.instant());
            }
        }
    }

    /** Somebody took or gave back the call's task in the inbox: the queue holds it for the same person. */
    @EventListener
    public void on(TaskChanged task) {
        if (!task.ofCase().kind().equals(CallDiary.KIND)) {
            return;
        }
        var call = calls.findById(task.ofCase().id()).orElseThrow();
        if (!call.isOpen()) {
            return;
        }
        var holder = task.assignee() == null
                ? null
                : staff.byUsername(task.assignee()).map(StaffMember::id).orElse(null);
        if (!Objects.equals(holder, call.holderId())) {
            call.heldBy(holder, clock.instant().plus(HandOut.NEXT_HELD));
        }
    }
}
