package fr.allervers.allocation.outcome;

import static fr.allervers.allocation.DecisionKind.ALLOCATION;
import static fr.allervers.allocation.DecisionKind.INADMISSIBLE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.staff.Role;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An inadmissible application leaves the register a month after its warning, unless its reason is gone. */
class InadmissibleTest extends AbstractOffersTest {

    @Test
    void anInadmissibleApplicationIsWarnedAndLeavesTheRegisterAfterItsMonthOnly() {
        var id = decided.decide(ALLOCATION, INADMISSIBLE);
        var candidate = decided.candidate(id, 1);
        assertThat(candidate.state()).isEqualTo(OutcomeState.WARNED);
        assertThat(candidate.removalOn()).isEqualTo(LocalDate.of(2026, 12, 24));
        decided.on(LocalDate.of(2026, 12, 23), 12, 0);
        assertThat(decided.waits("inadmissible-removal", candidate.id(), "remove-application"))
                .isFalse();
        decided.on(LocalDate.of(2026, 12, 24), 23, 59);
        assertThat(decided.waits("inadmissible-removal", candidate.id(), "remove-application"))
                .isFalse();
        decided.on(LocalDate.of(2026, 12, 25), 0, 1);
        assertThat(decided.waits("inadmissible-removal", candidate.id(), "remove-application"))
                .isTrue();
        decided.task("inadmissible-removal", candidate.id(), "remove-application", Map.of("outcome", "REMOVED"));
        assertThat(applicationState(id, 1)).isEqualTo("REMOVED");
    }

    @Test
    void aReasonThatIsGoneBeforeTheMonthIsOverKeepsTheApplication() {
        var id = decided.decide(ALLOCATION, INADMISSIBLE);
        var candidate = candidateId(id, 1);
        people.signIn(people.somebody(Role.ALLOCATION_OFFICER));
        desk.lift(id, candidate);
        people.signOut();
        decided.on(LocalDate.of(2026, 12, 25), 9, 0);
        assertThat(decided.waits("inadmissible-removal", candidate, "remove-application"))
                .isFalse();
        assertThat(state(id, 1)).isEqualTo(OutcomeState.KEPT);
        assertThat(applicationState(id, 1)).isEqualTo("ACTIVE");
    }
}
