package fr.allervers.outreach.followup;

import fr.allervers.shared.WorkingTime;
import fr.allervers.workflow.ProcessSteps;
import java.time.Clock;
import java.util.Date;

/** What the process social-follow-up asks and does; public because expressions reach public classes only. */
@ProcessSteps("socialFollowUp")
public class SocialFollowUpSteps {

    private final SocialFollowUps followUps;
    private final WorkingTime workingTime;
    private final HouseholdCards words;
    private final Clock clock;

    SocialFollowUpSteps(SocialFollowUps followUps, WorkingTime workingTime, HouseholdCards words, Clock clock) {
        this.followUps = followUps;
        this.workingTime = workingTime;
        this.words = words;
        this.clock = clock;
    }

    public Date nextContactAt(long id) {
        return Date.from(followUps.require(id).nextContactAt());
    }

    public Date followHouseholdDue(long id) {
        return Date.from(
                workingTime.plusWorkingDays(followUps.require(id).nextContactAt(), Delays.SOCIAL_CONTACT_DAYS));
    }

    public Date followHouseholdLateDue(long id) {
        note(id, "followup.log.late.follow-up");
        return Date.from(workingTime.plusWorkingDays(clock.instant(), Delays.SUPERVISOR_DAYS));
    }

    public void close(long id) {
        followUps.close(id, "CLOSED");
    }

    public void recordInterruption(long id) {
        followUps.close(id, "INTERRUPTED");
        note(id, "followup.log.interrupted");
    }

    private void note(long id, String key) {
        followUps.note(id, followUps.require(id).householdId(), words.french(key), null);
    }
}
