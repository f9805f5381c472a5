package fr.allervers.arrears.social;

import fr.allervers.arrears.diary.ArrearsDiary;
import fr.allervers.arrears.settings.ArrearsSettings;
import fr.allervers.arrears.settings.Setting;
import fr.allervers.shared.WorkingTime;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.ProcessSteps;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the process relief-measure asks and does; public because expressions reach public classes only. */
@ProcessSteps("relief")
@Transactional(propagation = Propagation.MANDATORY)
public class ReliefSteps {

    private final Reliefs reliefs;
    private final ArrearsSettings settings;
    private final ArrearsDiary diary;
    private final WorkingTime workingTime;
    private final Clock clock;

    ReliefSteps(Reliefs reliefs, ArrearsSettings settings, ArrearsDiary diary, WorkingTime workingTime, Clock clock) {
        this.reliefs = reliefs;
        this.settings = settings;
        this.diary = diary;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    public Date approveDue(long id) {
        var relief = reliefs.byIds(List.of(id)).get(0);
        return Date.from(workingTime.plusWorkingDays(relief.proposedAt(), days(Setting.TASK_RELIEF)));
    }

    public Date approveLateDue(long id) {
        diary.write(new CaseRef(Reliefs.KIND, id), null, Timeline.Kind.ESCALATION, null, false, "relief.log.late");
        return Date.from(workingTime.plusWorkingDays(clock.instant(), days(Setting.TASK_SUPERVISOR)));
    }

    private int days(Setting setting) {
        return settings.at(LocalDate.now(clock)).count(setting);
    }

    public void grant(long id) {
        reliefs.apply(id);
    }
}
