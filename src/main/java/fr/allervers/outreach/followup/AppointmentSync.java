package fr.allervers.outreach.followup;

import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.TaskEvents.TaskChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An agreed call that is given to somebody else in the inbox is theirs from then on: page, calendar and history follow. */
@Component
class AppointmentSync {

    private final RegularCalls series;
    private final SeriesCalls calls;
    private final StaffDirectory staff;

    AppointmentSync(RegularCalls series, SeriesCalls calls, StaffDirectory staff) {
        this.series = series;
        this.calls = calls;
        this.staff = staff;
    }

    /** A supervisor who takes the overdue step takes the escalation, not the appointment. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TaskChanged task) {
        if (!task.ofCase().kind().equals(RegularCalls.KIND) || !task.step().equals(AppointedCalls.STEP)) {
            return;
        }
        var holder = task.assignee() == null
                ? null
                : staff.byUsername(task.assignee()).map(StaffMember::id).orElse(null);
        calls.current(series.rows().require(task.ofCase().id())).ifPresent(call -> calls.giveTo(call, holder));
    }
}
