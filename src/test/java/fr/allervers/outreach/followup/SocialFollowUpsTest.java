package fr.allervers.outreach.followup;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.workflow.CaseRef;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SocialFollowUpsTest extends AbstractFollowUpTest {

    private static final String KIND = SocialFollowUps.KIND;

    @Autowired
    SocialFollowUps followUps;

    private long opened() {
        return inTransaction(
                () -> followUps.open(new FollowUpOrder(tenant.householdId(), null, null, tenant.agencyId())));
    }

    @Test
    void theAdvisorContactsWithinTwoWorkingDaysAndAgainWhenAgreed() {
        var id = opened();
        assertThat(due(KIND, id, "follow-household")).isEqualTo(paris("2026-11-26T10:00"));
        complete(KIND, id, "follow-household", Map.of("outcome", "CONTINUE", "nextInDays", 14L));
        assertThat(open(KIND, id, "follow-household")).isEmpty();

        clock.set(paris("2026-12-08T10:00").minusMillis(1));
        jobs.runDue();
        assertThat(open(KIND, id, "follow-household")).isEmpty();
        clock.set(paris("2026-12-08T10:00"));
        jobs.runDue();
        assertThat(due(KIND, id, "follow-household")).isEqualTo(paris("2026-12-10T10:00"));

        complete(
                KIND,
                id,
                "follow-household",
                Map.of("outcome", "END", "endReason", "BETTER", "note", "Aide à domicile en place"));
        assertThat(runs(KIND, id)).isFalse();
        assertThat(column("social_follow_up", id, "outcome")).isEqualTo("BETTER");
        assertThat(column("social_follow_up", id, "contacts")).isEqualTo("2");
    }

    @Test
    void aContactOnASundayIsMovedToMonday() {
        var id = opened();
        // 24 November + 5 days is a Sunday
        complete(KIND, id, "follow-household", Map.of("outcome", "CONTINUE", "nextInDays", 5L));
        clock.set(paris("2026-11-29T23:00"));
        jobs.runDue();
        assertThat(open(KIND, id, "follow-household")).isEmpty();
        clock.set(paris("2026-11-30T10:00"));
        jobs.runDue();
        assertThat(open(KIND, id, "follow-household")).isPresent();
    }

    @Test
    void aLateContactGoesToTheSupervisor() {
        var id = opened();
        escalatesWhenDue(KIND, id, "follow-household", "follow-household-late");
        complete(KIND, id, "follow-household-late", Map.of("outcome", "END", "endReason", "DECLINED"));
        assertThat(runs(KIND, id)).isFalse();
    }

    @Test
    void aHouseholdIsFollowedOnceAtATime() throws Exception {
        var ids =
                together(() -> followUps.open(new FollowUpOrder(tenant.householdId(), null, null, tenant.agencyId())));
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void whatIsToldOfItIsSocial() {
        var id = opened();
        assertThat(timeline.ofCase(new CaseRef(KIND, id), false)).isEmpty();
        assertThat(timeline.ofCase(new CaseRef(KIND, id), true)).hasSize(1);
    }

    @Test
    void aHouseholdThatLeavesInterruptsItAlsoBetweenTwoContacts() {
        var id = opened();
        complete(KIND, id, "follow-household", Map.of("outcome", "CONTINUE", "nextInDays", 30L));
        leaves(tenant);
        assertThat(runs(KIND, id)).isFalse();
        assertThat(column("social_follow_up", id, "state")).isEqualTo("INTERRUPTED");
    }
}
