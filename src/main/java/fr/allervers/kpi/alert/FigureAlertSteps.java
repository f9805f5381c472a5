package fr.allervers.kpi.alert;

import fr.allervers.shared.WorkingTime;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.ProcessSteps;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** What the process figure-alert asks and does; public because expressions reach public classes only. */
@ProcessSteps("figureAlert")
public class FigureAlertSteps {

    private static final int LOOK_DAYS = 5;
    private static final int DIRECTOR_DAYS = 2;

    private final FigureAlerts alerts;
    private final WorkingTime workingTime;
    private final Timeline timeline;
    private final MessageSource messages;
    private final Clock clock;

    FigureAlertSteps(
            FigureAlerts alerts, WorkingTime workingTime, Timeline timeline, MessageSource messages, Clock clock) {
        this.alerts = alerts;
        this.workingTime = workingTime;
        this.timeline = timeline;
        this.messages = messages;
        this.clock = clock;
    }

    public Date lookDue(long id) {
        return Date.from(workingTime.plusWorkingDays(alerts.require(id).openedAt(), LOOK_DAYS));
    }

    public Date lookLateDue(long id) {
        timeline.record(
                new CaseRef(FigureAlert.KIND, id),
                null,
                Timeline.Kind.ESCALATION,
                messages.getMessage("kpi.alert.late", null, Locale.FRENCH),
                null,
                false);
        return Date.from(workingTime.plusWorkingDays(clock.instant(), DIRECTOR_DAYS));
    }

    public void close(long id) {
        alerts.close(id);
    }
}
