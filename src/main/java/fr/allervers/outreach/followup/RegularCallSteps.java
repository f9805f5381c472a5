package fr.allervers.outreach.followup;

import fr.allervers.shared.WorkingTime;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.ProcessSteps;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the process regular-calls asks and does; public because expressions reach public classes only. */
@ProcessSteps("regularCalls")
public class RegularCallSteps {

    private final RegularCalls series;
    private final SeriesCalls calls;
    private final CallerChoice callers;
    private final StaffDirectory staff;
    private final WorkingTime workingTime;
    private final Timeline timeline;
    private final HouseholdCards words;
    private final Clock clock;

    RegularCallSteps(
            RegularCalls series,
            SeriesCalls calls,
            CallerChoice callers,
            StaffDirectory staff,
            WorkingTime workingTime,
            Timeline timeline,
            HouseholdCards words,
            Clock clock) {
        this.series = series;
        this.calls = calls;
        this.callers = callers;
        this.staff = staff;
        this.workingTime = workingTime;
        this.timeline = timeline;
        this.words = words;
        this.clock = clock;
    }

    public Date nextCallAt(long id) {
        return Date.from(series.require(id).nextCallAt());
    }

    /** Plans this week's call and says who makes it; asked again, the answer is the same. */
    public @Nullable String callerFor(long id) {
        var one = series.require(id);
        var planned = calls.current(one);
        if (planned.isPresent()) {
            var caller = planned.get().callerId();
            return caller == null
                    ? null
                    : staff.byIds(Set.of(caller)).values().stream()
                            .map(StaffMember::username)
                            .findFirst()
                            .orElse(null);
        }
        var caller = callers.forCall(one).orElse(null);
        calls.plan(one, caller);
        if (caller != null && caller.id() != one.callerId()) {
            note(id, words.french("followup.log.series.stand-in", caller.displayName()), Timeline.Kind.TASK);
        }
        return caller == null ? null : caller.username();
    }

    public Date regularCallDue(long id) {
        return Date.from(workingTime.plusWorkingHours(series.require(id).nextCallAt(), Delays.REGULAR_CALL_HOURS));
    }

    public Date regularCallLateDue(long id) {
        note(id, words.french("followup.log.late.regular-call"), Timeline.Kind.ESCALATION);
        return Date.from(workingTime.plusWorkingDays(clock.instant(), Delays.SUPERVISOR_DAYS));
    }

    public void close(long id) {
        series.close(id);
    }

    public void recordEnd(long id) {
        series.close(id);
    }

    private void note(long id, String what, Timeline.Kind kind) {
        timeline.record(new CaseRef(RegularCalls.KIND, id), series.require(id).householdId(), kind, what, null, false);
    }
}
