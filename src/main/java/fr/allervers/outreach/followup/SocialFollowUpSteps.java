package fr.allervers.outreach.followup;

import fr.allervers.workflow.ProcessSteps;
import java.util.Date;

/** What the process social-follow-up asks and does; public because expressions reach public classes only. */
@ProcessSteps("socialFollowUp")
public class SocialFollowUpSteps {

    private final SocialFollowUps followUps;
    private final Deadlines deadlines;

    SocialFollowUpSteps(SocialFollowUps followUps, Deadlines deadlines) {
        this.followUps = followUps;
        this.deadlines = deadlines;
    }

    public Date nextContactAt(long id) {
        return Date.from(followUps.rows().require(id).nextContactAt());
    }

    public Date followHouseholdDue(long id) {
        return deadlines.days(followUps.rows().require(id).nextContactAt(), Deadlines.SOCIAL_CONTACT_DAYS);
    }

    public Date followHouseholdLateDue(long id) {
        followUps.note(id).say("followup.log.late.follow-up");
        return deadlines.supervisor();
    }

    public void close(long id) {
        followUps.rows().close(id, "CLOSED");
    }

    public void recordInterruption(long id) {
        followUps.rows().close(id, "INTERRUPTED");
        followUps.note(id).say("followup.log.interrupted");
    }
}
