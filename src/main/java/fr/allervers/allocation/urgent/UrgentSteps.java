package fr.allervers.allocation.urgent;

import fr.allervers.allocation.candidacy.AllocationSetting;
import fr.allervers.allocation.candidacy.AllocationSettings;
import fr.allervers.shared.WorkingTime;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.ProcessSteps;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.Date;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the process urgent-allocation asks; public because expressions reach public classes only. */
@ProcessSteps("urgentAllocation")
@Transactional(propagation = Propagation.MANDATORY)
public class UrgentSteps {

    static final String KIND = "urgent-allocation";

    private final AllocationSettings settings;
    private final WorkingTime workingTime;
    private final Timeline timeline;
    private final Clock clock;

    UrgentSteps(AllocationSettings settings, WorkingTime workingTime, Timeline timeline, Clock clock) {
        this.settings = settings;
        this.workingTime = workingTime;
        this.timeline = timeline;
        this.clock = clock;
    }

    public Date decideDue(long id) {
        return after(AllocationSetting.TASK_URGENT);
    }

    public Date placeDue(long id) {
        return after(AllocationSetting.TASK_URGENT);
    }

    public Date lateDue(long id) {
        note(id, "Tâche en retard, remise plus haut");
        return after(AllocationSetting.TASK_SUPERVISOR);
    }

    public void refuse(long id) {
        note(id, "Attribution d’urgence refusée : à présenter à la commission");
    }

    private void note(long id, String what) {
        timeline.record(new CaseRef(KIND, id), null, Timeline.Kind.DECISION, what, null, false);
    }

    private Date after(AllocationSetting days) {
        return Date.from(workingTime.plusWorkingDays(clock.instant(), settings.now(days)));
    }
}
