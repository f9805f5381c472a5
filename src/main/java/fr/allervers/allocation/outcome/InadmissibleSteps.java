package fr.allervers.allocation.outcome;

import fr.allervers.allocation.candidacy.AllocationSetting;
import fr.allervers.allocation.candidacy.AllocationSettings;
import fr.allervers.shared.WorkingTime;
import fr.allervers.workflow.ProcessSteps;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the process inadmissible-removal asks; its case is the {@link CandidateOutcome}. Public for expressions. */
@ProcessSteps("inadmissibleRemoval")
@Transactional(propagation = Propagation.MANDATORY)
public class InadmissibleSteps {

    static final String KIND = "inadmissible-removal";

    private final OutcomeRows rows;
    private final OutcomeDiary diary;
    private final AllocationSettings settings;
    private final WorkingTime workingTime;
    private final Clock clock;

    InadmissibleSteps(
            OutcomeRows rows, OutcomeDiary diary, AllocationSettings settings, WorkingTime workingTime, Clock clock) {
        this.rows = rows;
        this.diary = diary;
        this.settings = settings;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** The first moment after the last day of the warning. */
    public Date removalAt(long id) {
        var last = Objects.requireNonNull(rows.candidate(id).removalOn());
        return Date.from(last.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    public Date removalDue(long id) {
        return Date.from(workingTime.plusWorkingDays(clock.instant(), settings.now(AllocationSetting.TASK_REMOVAL)));
    }

    public Date lateDue(long id) {
        diary.write(KIND, id, "outcome.log.late");
        return Date.from(workingTime.plusWorkingDays(clock.instant(), settings.now(AllocationSetting.TASK_SUPERVISOR)));
    }
}
