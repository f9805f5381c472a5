package fr.allervers.outreach.followup;

import fr.allervers.workflow.ProcessSteps;
import fr.allervers.workflow.Timeline;
import java.util.Date;

/** What the process field-check asks and does; public because expressions reach public classes only. */
@ProcessSteps("fieldCheck")
public class FieldCheckSteps {

    private final FieldChecks checks;
    private final Deadlines deadlines;

    FieldCheckSteps(FieldChecks checks, Deadlines deadlines) {
        this.checks = checks;
        this.deadlines = deadlines;
    }

    public Date fieldCheckDue(long id) {
        return deadlines.days(checks.rows().require(id).openedAt(), Deadlines.FIELD_CHECK_DAYS);
    }

    public Date fieldCheckLateDue(long id) {
        checks.rows().note(id, Timeline.Kind.ESCALATION).say("followup.log.late.field-check");
        return deadlines.supervisor();
    }

    public void close(long id) {
        checks.rows().close(id, "CLOSED");
    }

    public void recordInterruption(long id) {
        checks.interrupt(id);
    }
}
