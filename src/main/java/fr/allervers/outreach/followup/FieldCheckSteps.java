package fr.allervers.outreach.followup;

import fr.allervers.shared.WorkingTime;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.ProcessSteps;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.Date;

/** What the process field-check asks and does; public because expressions reach public classes only. */
@ProcessSteps("fieldCheck")
public class FieldCheckSteps {

    private final FieldChecks checks;
    private final WorkingTime workingTime;
    private final Timeline timeline;
    private final HouseholdCards words;
    private final Clock clock;

    FieldCheckSteps(FieldChecks checks, WorkingTime workingTime, Timeline timeline, HouseholdCards words, Clock clock) {
        this.checks = checks;
        this.workingTime = workingTime;
        this.timeline = timeline;
        this.words = words;
        this.clock = clock;
    }

    public Date fieldCheckDue(long id) {
        return Date.from(workingTime.plusWorkingDays(checks.require(id).openedAt(), Delays.FIELD_CHECK_DAYS));
    }

    public Date fieldCheckLateDue(long id) {
        note(id, "followup.log.late.field-check", Timeline.Kind.ESCALATION);
        return Date.from(workingTime.plusWorkingDays(clock.instant(), Delays.SUPERVISOR_DAYS));
    }

    public void close(long id) {
        checks.close(id, "CLOSED");
    }

    public void recordInterruption(long id) {
        checks.decide(checks.require(id), FieldChecks.Outcome.INTERRUPTED);
        checks.close(id, "INTERRUPTED");
        note(id, "followup.log.interrupted", Timeline.Kind.NOTE);
    }

    private void note(long id, String key, Timeline.Kind kind) {
        timeline.record(
                new CaseRef(FieldChecks.KIND, id),
                checks.require(id).householdId(),
                kind,
                words.french(key),
                null,
                false);
    }
}
