package fr.allervers.arrears.prevention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.arrears.settings.RulesOn;
import fr.allervers.arrears.settings.Setting;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderPolicyTest {

    private static final LocalDate FROM = LocalDate.of(2026, 11, 18);
    private static final RulesOn RULES = new RulesOn(
            FROM,
            Map.of(
                    Setting.LADDER_SMS, 5L,
                    Setting.LADDER_CALL, 8L,
                    Setting.LADDER_APPOINTMENT, 10L,
                    Setting.LADDER_LETTER, 30L,
                    Setting.LADDER_VISIT, 45L));

    @ParameterizedTest(name = "after {0} comes {1}, on {2}")
    @CsvSource({
        ", SMS, 2026-11-23",
        "SMS, CALL, 2026-11-26",
        "CALL, APPOINTMENT, 2026-11-28",
        "APPOINTMENT, LETTER, 2026-12-18",
        "LETTER, VISIT, 2027-01-02"
    })
    void theStepsFollowOnTheirDays(@Nullable LadderStep last, LadderStep next, LocalDate day) {
        assertThat(LadderPolicy.after(last)).isEqualTo(next);
        assertThat(LadderPolicy.dayOfNext(new LadderPolicy.Stand(FROM, FROM, last), RULES))
                .isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22, 2026-11-23", "2026-11-23, 2026-11-23", "2026-11-24, 2026-11-24"})
    void noStepComesBeforeTheCaseWasOpenedOrResumed(LocalDate notBefore, LocalDate day) {
        assertThat(LadderPolicy.dayOfNext(new LadderPolicy.Stand(FROM, notBefore, null), RULES))
                .isEqualTo(day);
    }

    @Test
    void afterTheVisitAndAfterADecisionSomebodyDecides() {
        assertThat(LadderPolicy.after(LadderStep.VISIT)).isEqualTo(LadderStep.DECIDE);
        assertThat(LadderPolicy.after(LadderStep.DECIDE)).isEqualTo(LadderStep.DECIDE);
    }
}
