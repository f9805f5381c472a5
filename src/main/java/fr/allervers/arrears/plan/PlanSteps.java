package fr.allervers.arrears.plan;

import fr.allervers.arrears.plan.PlanCourse.Turn;
import fr.allervers.arrears.settings.ArrearsSettings;
import fr.allervers.arrears.settings.Setting;
import fr.allervers.shared.WorkingTime;
import fr.allervers.workflow.ProcessSteps;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the process repayment-plan asks and does; public because expressions reach public classes only. */
@ProcessSteps("repaymentPlan")
@Transactional(propagation = Propagation.MANDATORY)
public class PlanSteps {

    /** A plan that time alone no longer changes (its last instalment is missed and let pass) is looked at again. */
    private static final Duration AT_THE_LATEST = Duration.ofDays(31);

    private final PlanRows rows;
    private final PlanProgress progress;
    private final PlanEnds ends;
    private final PlanMessages messages;
    private final ArrearsSettings settings;
    private final WorkingTime workingTime;
    private final Clock clock;

    PlanSteps(
            PlanRows rows,
            PlanProgress progress,
            PlanEnds ends,
            PlanMessages messages,
            ArrearsSettings settings,
            WorkingTime workingTime,
            Clock clock) {
        this.rows = rows;
        this.progress = progress;
        this.ends = ends;
        this.messages = messages;
        this.settings = settings;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** What is to be done now: WAIT, REMIND, MISSED or KEPT. */
    public String look(long id) {
        var plan = rows.lock(id);
        var course = progress.look(plan);
        if (course.turn() == Turn.MISSED && plan.breachOn() == null) {
            ends.missed(plan);
        }
        return course.turn().name();
    }

    public Date nextAt(long id) {
        return Date.from(progress.known(rows.require(id)).nextAt().orElseGet(() -> clock.instant()
                .plus(AT_THE_LATEST)));
    }

    /** Reminds of the instalment at hand, once. */
    public void remind(long id) {
        var plan = rows.lock(id);
        var course = progress.known(plan);
        if (course.turn() == Turn.REMIND && course.of() != null) {
            messages.remind(plan, course.of());
            rows.reminded(id, course.of().instalment().number());
        }
    }

    public Date contactDue(long id) {
        var days = settings.at(LocalDate.now(clock)).count(Setting.TASK_PLAN_CONTACT);
        var from = rows.require(id).breachOn();
        var start = from == null || from.equals(LocalDate.now(clock))
                ? clock.instant()
                : from.atTime(clock.instant().atZone(clock.getZone()).toLocalTime())
                        .atZone(clock.getZone())
                        .toInstant();
        return Date.from(workingTime.plusWorkingDays(start, days));
    }

    public Date contactLateDue(long id) {
        ends.note(rows.require(id), "plan.log.late");
        var days = settings.at(LocalDate.now(clock)).count(Setting.TASK_SUPERVISOR);
        return Date.from(workingTime.plusWorkingDays(clock.instant(), days));
    }

    public void renegotiate(long id) {
        ends.renegotiated(rows.lock(id));
    }

    public void breakOff(long id) {
        ends.broken(rows.lock(id));
    }

    public void keep(long id) {
        ends.kept(rows.lock(id));
    }
}
