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

/** What the process temporary-occupancy asks; public because expressions reach public classes only. */
@ProcessSteps("temporaryOccupancy")
@Transactional(propagation = Propagation.MANDATORY)
public class OccupancySteps {

    static final String KIND = "temporary-occupancy";

    private final Occupancies occupancies;
    private final AllocationSettings settings;
    private final WorkingTime workingTime;
    private final Timeline timeline;
    private final Clock clock;

    OccupancySteps(
            Occupancies occupancies,
            AllocationSettings settings,
            WorkingTime workingTime,
            Timeline timeline,
            Clock clock) {
        this.occupancies = occupancies;
        this.settings = settings;
        this.workingTime = workingTime;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** When its end is to be prepared. */
    public Date warnAt(long id) {
        var day = occupancies.require(id).untilOn().minusDays(settings.now(AllocationSetting.OCCUPANCY_WARNING));
        return Date.from(day.atStartOfDay(clock.getZone()).toInstant());
    }

    public Date endDue(long id) {
        return Date.from(workingTime.plusWorkingDays(clock.instant(), settings.now(AllocationSetting.TASK_OCCUPANCY)));
    }

    public Date lateDue(long id) {
        timeline.record(
                new CaseRef(KIND, id),
                null,
                Timeline.Kind.ESCALATION,
                "Fin d’occupation à préparer, en retard",
                null,
                false);
        return Date.from(workingTime.plusWorkingDays(clock.instant(), settings.now(AllocationSetting.TASK_SUPERVISOR)));
    }
}
