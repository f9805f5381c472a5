package fr.allervers.outreach.calling;

import fr.allervers.outreach.followup.ReferralOrder;
import fr.allervers.outreach.followup.ReferralOrder.MadeBy;
import fr.allervers.outreach.followup.Referrals;
import fr.allervers.outreach.followup.RegularCalls;
import fr.allervers.outreach.followup.SeriesOrder;
import fr.allervers.partners.Partners;
import fr.allervers.partners.Service;
import fr.allervers.tenancy.Household;
import fr.allervers.workflow.Timeline;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What an interview sets going: referrals to partners, weekly calls. */
@Component
class CallFollowUp {

    private final Partners partners;
    private final Referrals referrals;
    private final RegularCalls regularCalls;
    private final CallDiary diary;

    CallFollowUp(Partners partners, Referrals referrals, RegularCalls regularCalls, CallDiary diary) {
        this.partners = partners;
        this.referrals = referrals;
        this.regularCalls = regularCalls;
        this.diary = diary;
    }

    void start(HouseholdCall call, Household household, Map<String, Object> answers, long callerId) {
        if ("YES".equals(answers.get("wantsReferral"))) {
            var by = "TENANT".equals(answers.get("referralBy")) ? MadeBy.TENANT : MadeBy.ADVISOR;
            for (var need : Grading.list(answers.get("needs"))) {
                refer(call, household, Service.valueOf(need), by);
            }
        }
        if (Boolean.TRUE.equals(answers.get("wantsRegularCalls"))
                && answers.get("callDay") instanceof String day
                && answers.get("callTime") instanceof String time) {
            regularCalls.open(new SeriesOrder(
                    household.id(),
                    call.id(),
                    call.campaignId(),
                    call.agencyId(),
                    callerId,
                    DayOfWeek.of(Integer.parseInt(day)),
                    LocalTime.parse(time)));
        }
    }

    /** Refers to the first partner that serves the commune; the tenant agreed. */
    void refer(HouseholdCall call, Household household, Service service, MadeBy by) {
        var partner = partners.serving(household.insee(), service).stream().findFirst();
        if (partner.isEmpty()) {
            diary.note(call, Timeline.Kind.REFERRAL, "no-partner." + service, household.commune());
            return;
        }
        referrals.open(new ReferralOrder(
                household.id(),
                call.id(),
                call.campaignId(),
                call.agencyId(),
                partner.get().id(),
                service,
                by,
                true));
    }
}
