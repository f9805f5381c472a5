package fr.allervers.outreach.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.outreach.followup.ReferralOrder.MadeBy;
import fr.allervers.partners.Service;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

class ReferralsTest extends AbstractFollowUpTest {

    private static final String KIND = Referrals.KIND;

    @Autowired
    Referrals referrals;

    private ReferralOrder order(long partner, MadeBy by, boolean consent) {
        return new ReferralOrder(
                tenant.householdId(), null, null, tenant.agencyId(), partner, Service.MEALS, by, consent);
    }

    private long opened(MadeBy by) {
        var partner = partner(Service.MEALS);
        return inTransaction(() -> referrals.open(order(partner, by, true)));
    }

    @ParameterizedTest
    @EnumSource(
            value = MadeBy.class,
            names = {"CALLER", "ADVISOR"})
    void withoutConsentNobodyOfOursSpeaksToThePartner(MadeBy by) {
        var partner = partner(Service.MEALS);
        assertThatThrownBy(() -> inTransaction(() -> referrals.open(order(partner, by, false))))
                .isInstanceOf(UserError.class)
                .hasMessage("followup.referral.consent");
        assertThat(inTransaction(() -> referrals.rows().ofHousehold(tenant.householdId())))
                .isEmpty();
    }

    @Test
    void aTenantWhoCallsThemselvesNeedsNoConsentAndIsFollowed() {
        var partner = partner(Service.MEALS);
        var id = inTransaction(() -> referrals.open(order(partner, MadeBy.TENANT, false)));
        assertThat(open(KIND, id, "make-referral")).isEmpty();
        // Tuesday 10:00, five working days
        assertThat(due(KIND, id, "follow-referral")).isEqualTo(paris("2026-12-01T10:00"));
    }

    @Test
    void theAdvisorMakesItWithinTwoWorkingDaysThenItIsFollowed() {
        var id = opened(MadeBy.ADVISOR);
        assertThat(due(KIND, id, "make-referral")).isEqualTo(paris("2026-11-26T10:00"));
        assertThat(open(KIND, id, "follow-referral")).isEmpty();
        clock.set(paris("2026-11-25T15:00"));
        complete(KIND, id, "make-referral", Map.of("made", "DONE"));
        assertThat(due(KIND, id, "follow-referral")).isEqualTo(paris("2026-12-02T15:00"));
        complete(KIND, id, "follow-referral", Map.of("outcome", "CLOSED", "note", "Repas livrés le midi"));
        assertThat(runs(KIND, id)).isFalse();
        assertThat(column("referral", id, "outcome")).isEqualTo("CLOSED_HELPED");
        assertThat(column("referral", id, "state")).isEqualTo("CLOSED");
        assertThat(told(KIND, id)).hasSize(3);
    }

    @Test
    void whatIsNotPossibleIsClosedAtOnce() {
        var id = opened(MadeBy.ADVISOR);
        complete(KIND, id, "make-referral", Map.of("made", "NOT_POSSIBLE"));
        assertThat(runs(KIND, id)).isFalse();
        assertThat(column("referral", id, "outcome")).isEqualTo("NOT_POSSIBLE");
    }

    @Test
    void aTenantMayTakeItOver() {
        var id = opened(MadeBy.ADVISOR);
        complete(KIND, id, "make-referral", Map.of("made", "TENANT_CALLS"));
        assertThat(column("referral", id, "made_by")).isEqualTo("TENANT");
        assertThat(open(KIND, id, "follow-referral")).isPresent();
    }

    @Test
    void aPartnerStillAtWorkIsAskedAgainFiveWorkingDaysLater() {
        var id = opened(MadeBy.CALLER);
        clock.set(paris("2026-12-01T09:00"));
        complete(KIND, id, "follow-referral", Map.of("outcome", "STILL_OPEN"));
        assertThat(due(KIND, id, "follow-referral")).isEqualTo(paris("2026-12-08T09:00"));
        complete(KIND, id, "follow-referral", Map.of("outcome", "NOT_FOLLOWED"));
        assertThat(column("referral", id, "outcome")).isEqualTo("CLOSED_NOT_FOLLOWED");
        assertThat(runs(KIND, id)).isFalse();
    }

    @ParameterizedTest(name = "{1} after {0} days late is the supervisor's too")
    @CsvSource({"ADVISOR, make-referral", "CALLER, follow-referral"})
    void whatIsOverdueGoesToTheSupervisorWhoMayEndIt(MadeBy by, String step) {
        var id = opened(by);
        escalatesWhenDue(KIND, id, step, step + "-late");
        assertThat(told(KIND, id)).anyMatch(what -> what.contains("en retard"));
        complete(
                KIND,
                id,
                step + "-late",
                step.equals("make-referral") ? Map.of("made", "NOT_POSSIBLE") : Map.of("outcome", "CLOSED"));
        assertThat(runs(KIND, id)).isFalse();
        assertThat(open(KIND, id, step)).isEmpty();
    }

    @Test
    void theSameReferralOpensOnceUnderTwoThreads() throws Exception {
        var partner = partner(Service.MEALS);
        var ids = together(() -> referrals.open(order(partner, MadeBy.CALLER, true)));
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        assertThat(inTransaction(() -> referrals.rows().ofHousehold(tenant.householdId())))
                .hasSize(1);
        assertThat(engineTasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(Long.toString(ids.get(0)))
                        .processDefinitionKey(KIND)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void onceClosedTheSameReferralMayOpenAgain() {
        var partner = partner(Service.MEALS);
        var first = inTransaction(() -> referrals.open(order(partner, MadeBy.CALLER, true)));
        complete(KIND, first, "follow-referral", Map.of("outcome", "CLOSED"));
        var second = inTransaction(() -> referrals.open(order(partner, MadeBy.CALLER, true)));
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void aHouseholdThatLeavesInterruptsItsReferrals() {
        var id = opened(MadeBy.CALLER);
        leaves(tenant);
        assertThat(runs(KIND, id)).isFalse();
        assertThat(column("referral", id, "state")).isEqualTo("INTERRUPTED");
        leaves(tenant);
    }

    @Test
    void anotherAgencysPeopleOpenNothing() {
        var partner = partner(Service.MEALS);
        people.signIn(people.somebodyOf(tenants.agency(), Role.SOCIAL_ADVISOR));
        assertThatThrownBy(() -> inTransaction(() -> referrals.open(order(partner, MadeBy.TENANT, true))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theCardNamesTheTenantThePartnerAndTheService() {
        var id = opened(MadeBy.CALLER);
        var card = kindOf(KIND).cards(List.of(id, -1L)).get(id);
        assertThat(card.title()).startsWith("Mme Lucette Garnier");
        assertThat(card.subtitle()).contains("Partenaire " + tenant.insee(), "Repas", "12 rue des Lilas");
        assertThat(card.agencyId()).isEqualTo(tenant.agencyId());
        assertThat(kindOf(KIND).facts(id, advisor))
                .anySatisfy(fact -> assertThat(fact.href()).isEqualTo("tel:" + tenant.mobile()));
    }
}
