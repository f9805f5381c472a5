package fr.allervers.outreach.followup;

import fr.allervers.tenancy.HouseholdLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends all that is open for a household when the register says that nobody lives there any more, with that very fact. */
@Component
class HouseholdDepartures {

    private final Referrals referrals;
    private final FieldChecks fieldChecks;
    private final SocialFollowUps socialFollowUps;
    private final RegularCalls regularCalls;

    HouseholdDepartures(
            Referrals referrals, FieldChecks fieldChecks, SocialFollowUps socialFollowUps, RegularCalls regularCalls) {
        this.referrals = referrals;
        this.fieldChecks = fieldChecks;
        this.socialFollowUps = socialFollowUps;
        this.regularCalls = regularCalls;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(HouseholdLeft left) {
        referrals.rows().interrupt(left.householdId());
        fieldChecks.rows().interrupt(left.householdId());
        socialFollowUps.rows().interrupt(left.householdId());
        regularCalls.interrupt(left.householdId());
    }
}
