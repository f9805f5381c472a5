package fr.allervers.outreach.followup;

import fr.allervers.shared.WorkingTime;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.ProcessSteps;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.Date;

/** What the process partner-referral asks and does; public because expressions reach public classes only. */
@ProcessSteps("referral")
public class ReferralSteps {

    private final Referrals referrals;
    private final WorkingTime workingTime;
    private final Timeline timeline;
    private final HouseholdCards words;
    private final Clock clock;

    ReferralSteps(Referrals referrals, WorkingTime workingTime, Timeline timeline, HouseholdCards words, Clock clock) {
        this.referrals = referrals;
        this.workingTime = workingTime;
        this.timeline = timeline;
        this.words = words;
        this.clock = clock;
    }

    public Date makeReferralDue(long id) {
        return Date.from(workingTime.plusWorkingDays(referrals.require(id).openedAt(), Delays.MAKE_REFERRAL_DAYS));
    }

    public Date makeReferralLateDue(long id) {
        return supervisorDue(id);
    }

    public Date followDue(long id) {
        return Date.from(referrals.require(id).followOn());
    }

    public Date followLateDue(long id) {
        return supervisorDue(id);
    }

    private Date supervisorDue(long id) {
        note(id, "followup.log.late.referral", Timeline.Kind.ESCALATION);
        return Date.from(workingTime.plusWorkingDays(clock.instant(), Delays.SUPERVISOR_DAYS));
    }

    public void close(long id) {
        referrals.close(id, Referrals.State.CLOSED);
    }

    public void recordInterruption(long id) {
        referrals.decide(referrals.require(id), Referrals.Outcome.INTERRUPTED);
        referrals.close(id, Referrals.State.INTERRUPTED);
        note(id, "followup.log.interrupted", Timeline.Kind.NOTE);
    }

    private void note(long id, String key, Timeline.Kind kind) {
        timeline.record(
                new CaseRef(Referrals.KIND, id),
                referrals.require(id).householdId(),
                kind,
                words.french(key),
                null,
                false);
    }
}
