package fr.allervers.arrears.social;

import fr.allervers.arrears.diary.ArrearsDiary;
import fr.allervers.arrears.settings.ArrearsSettings;
import fr.allervers.arrears.settings.Setting;
import fr.allervers.shared.WorkingTime;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.ProcessSteps;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;

/** What the process aid-request asks; public because expressions reach public classes only. */
@ProcessSteps("aidRequest")
public class AidSteps {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final AidRequests aids;
    private final ArrearsSettings settings;
    private final ArrearsDiary diary;
    private final WorkingTime workingTime;
    private final Clock clock;

    AidSteps(AidRequests aids, ArrearsSettings settings, ArrearsDiary diary, WorkingTime workingTime, Clock clock) {
        this.aids = aids;
        this.settings = settings;
        this.diary = diary;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    public Date followAt(long id) {
        return Date.from(morning(require(id).followOn()));
    }

    public Date followDue(long id) {
        var days = settings.at(LocalDate.now(clock)).count(Setting.TASK_AID);
        return Date.from(workingTime.plusWorkingDays(morning(require(id).followOn()), days));
    }

    public Date followLateDue(long id) {
        diary.write(new CaseRef(AidRequests.KIND, id), null, Timeline.Kind.ESCALATION, null, false, "aids.log.late");
        var days = settings.at(LocalDate.now(clock)).count(Setting.TASK_SUPERVISOR);
        return Date.from(workingTime.plusWorkingDays(clock.instant(), days));
    }

    private AidRequest require(long id) {
        return aids.byIds(List.of(id)).get(0);
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(9, 0).atZone(PARIS).toInstant();
    }
}
