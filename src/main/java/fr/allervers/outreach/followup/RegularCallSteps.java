package fr.allervers.outreach.followup;

import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.ProcessSteps;
import fr.allervers.workflow.Timeline;
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
    private final Deadlines deadlines;

    RegularCallSteps(
            RegularCalls series, SeriesCalls calls, CallerChoice callers, StaffDirectory staff, Deadlines deadlines) {
        this.series = series;
        this.calls = calls;
        this.callers = callers;
        this.staff = staff;
        this.deadlines = deadlines;
    }

    public Date nextCallAt(long id) {
        return Date.from(series.rows().require(id).nextCallAt());
    }

    /** Plans this week's call and says who makes it; asked again, the answer is the same. */
    public @Nullable String callerFor(long id) {
        var one = series.rows().require(id);
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
            series.rows().note(one, Timeline.Kind.TASK).say("followup.log.series.stand-in", caller.displayName());
        }
        return caller == null ? null : caller.username();
    }

    public Date regularCallDue(long id) {
        return deadlines.hours(series.rows().require(id).nextCallAt(), Deadlines.REGULAR_CALL_HOURS);
    }

    public Date regularCallLateDue(long id) {
        series.rows().note(id, Timeline.Kind.ESCALATION).say("followup.log.late.regular-call");
        return deadlines.supervisor();
    }

    public void close(long id) {
        series.close(id);
    }

    public void recordEnd(long id) {
        series.close(id);
    }
}
