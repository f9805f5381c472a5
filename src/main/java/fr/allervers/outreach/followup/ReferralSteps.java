package fr.allervers.outreach.followup;

import fr.allervers.workflow.ProcessSteps;
import fr.allervers.workflow.Timeline;
import java.util.Date;

/** What the process partner-referral asks and does; public because expressions reach public classes only. */
@ProcessSteps("referral")
public class ReferralSteps {

    private final Referrals referrals;
    private final Deadlines deadlines;

    ReferralSteps(Referrals referrals, Deadlines deadlines) {
        this.referrals = referrals;
        this.deadlines = deadlines;
    }

    public Date makeReferralDue(long id) {
        return deadlines.days(referrals.rows().require(id).openedAt(), Deadlines.MAKE_REFERRAL_DAYS);
    }

    public Date makeReferralLateDue(long id) {
        return supervisorDue(id);
    }

    public Date followDue(long id) {
        return Date.from(referrals.rows().require(id).followOn());
    }

    public Date followLateDue(long id) {
        return supervisorDue(id);
    }

    private Date supervisorDue(long id) {
        referrals.rows().note(id, Timeline.Kind.ESCALATION).say("followup.log.late.referral");
        return deadlines.supervisor();
    }

    public void close(long id) {
        referrals.rows().close(id, Referrals.State.CLOSED.name());
    }

    public void recordInterruption(long id) {
        referrals.interrupt(id);
    }
}
