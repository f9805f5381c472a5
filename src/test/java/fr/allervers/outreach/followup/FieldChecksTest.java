package fr.allervers.outreach.followup;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.outreach.followup.FieldCheckOrder.Purpose;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class FieldChecksTest extends AbstractFollowUpTest {

    private static final String KIND = FieldChecks.KIND;

    @Autowired
    FieldChecks checks;

    private long opened(Purpose purpose) {
        return inTransaction(() -> checks.open(order(purpose)));
    }

    private FieldCheckOrder order(Purpose purpose) {
        return new FieldCheckOrder(tenant.householdId(), null, null, tenant.agencyId(), purpose, "Sonner deux fois");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DONE_WELL", "NOBODY"})
    void aVisitIsDueInTwoWorkingDaysAndItsOutcomeIsKept(String outcome) {
        var id = opened(Purpose.SHOPPING);
        assertThat(due(KIND, id, "do-field-check")).isEqualTo(paris("2026-11-26T10:00"));
        complete(KIND, id, "do-field-check", Map.of("outcome", outcome));
        assertThat(runs(KIND, id)).isFalse();
        assertThat(column("field_check", id, "outcome")).isEqualTo(outcome);
        assertThat(column("field_check", id, "state")).isEqualTo("CLOSED");
        assertThat(alerts()).isZero();
    }

    @Test
    void overAWeekEndTheDueDateSkipsIt() {
        clock.set(paris("2026-11-27T16:00"));
        assertThat(due(KIND, opened(Purpose.CHECK), "do-field-check")).isEqualTo(paris("2026-12-01T16:00"));
    }

    @Test
    void aWorryingVisitOpensTheEscalation() {
        complete(KIND, opened(Purpose.CHECK), "do-field-check", Map.of("outcome", "DONE_WORRY"));
        assertThat(grades()).containsExactly("ORANGE");
    }

    @Test
    void aDangerSeenOnTheSpotIsRed() {
        complete(
                KIND,
                opened(Purpose.CHECK),
                "do-field-check",
                Map.of("outcome", "DONE_WORRY", "danger", List.of("FALL")));
        assertThat(grades()).containsExactly("RED");
    }

    @Test
    void aLateVisitGoesToTheSupervisorWhoMayEndIt() {
        var id = opened(Purpose.CHECK);
        escalatesWhenDue(KIND, id, "do-field-check", "do-field-check-late");
        complete(KIND, id, "do-field-check-late", Map.of("outcome", "DONE_WELL"));
        assertThat(runs(KIND, id)).isFalse();
    }

    @Test
    void oneVisitForEachPurposeAtATime() throws Exception {
        var ids = together(() -> checks.open(order(Purpose.CHECK)));
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        assertThat(opened(Purpose.SHOPPING)).isNotEqualTo(ids.get(0));
    }

    @Test
    void aHouseholdThatLeavesInterruptsItsVisits() {
        var id = opened(Purpose.CHECK);
        leaves(tenant);
        assertThat(runs(KIND, id)).isFalse();
        assertThat(column("field_check", id, "state")).isEqualTo("INTERRUPTED");
    }

    private long alerts() {
        return grades().size();
    }

    private List<String> grades() {
        return jdbc.sql("select grade from third_party_alert where household_id = ?")
                .param(tenant.householdId())
                .query(String.class)
                .list();
    }
}
