package fr.allervers.arrears.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.shared.web.UserError;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a household answers takes the place of the ladder. */
class PreventionAnswersTest extends AbstractPreventionTest {

    @Test
    void anAnswerSkipsTheLadderAndSomebodyDecidesWhenNothingComes() {
        var id = opened();
        until("2026-11-23T10:00");
        cases.answered(id, Answer.APPOINTMENT_BOOKED);
        until("2026-12-02T23:59");
        assertThat(open(id)).isEmpty();
        assertThat(written(id)).containsExactly("-SMS");
        until("2026-12-03T00:00");
        assertThat(open(id)).containsExactly("decide-next");
        assertThat(column(id, "act_reason")).contains("avait répondu");
    }

    @Test
    void anAppointmentMissedLetsTheLadderGoOnWhereItStood() {
        var id = opened();
        until("2026-11-23T10:00");
        cases.answered(id, Answer.APPOINTMENT_BOOKED);
        until("2026-11-27T15:00");
        cases.unanswered(id);
        jobs.runDue();
        assertThat(open(id)).containsExactly("call-tenant");
    }

    @Test
    void aContactOnThePhoneSkipsTheAppointmentOffered() {
        var id = opened();
        untilCall();
        complete(id, "call-tenant", Map.of("outcome", "REACHED"));
        until("2026-12-01T10:00");
        assertThat(written(id)).containsExactly("-SMS");
        assertThat(of(id).answer()).isEqualTo(Answer.CONTACTED);
        assertThat(of(id).lastContactAt()).isEqualTo(paris("2026-11-26T10:00"));
    }

    @Test
    void aPromiseIsWaitedForUntilItsDayHasPassed() {
        var id = opened();
        untilCall();
        complete(id, "call-tenant", Map.of("outcome", "PROMISE", "promisedOn", LocalDate.of(2026, 12, 5)));
        assertThat(of(id).pauseReason()).isEqualTo(PauseReason.PROMISE);
        until("2026-12-05T23:59");
        assertThat(of(id).status()).isEqualTo(CaseStatus.PAUSED);
        assertThat(written(id)).containsExactly("-SMS");
        until("2026-12-06T00:00");
        assertThat(of(id).status()).isEqualTo(CaseStatus.OPEN);
        // 6 December is a Sunday.
        until("2026-12-07T10:00");
        assertThat(written(id)).containsExactly("-SMS", "APPOINTMENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-25", "2027-01-26"})
    void aPromiseForThePastOrFarAwayIsRefused(LocalDate day) {
        var id = opened();
        untilCall();
        assertThatThrownBy(() -> complete(id, "call-tenant", Map.of("outcome", "PROMISE", "promisedOn", day)))
                .isInstanceOf(UserError.class);
        assertThat(open(id)).containsExactly("call-tenant");
    }
}
