package fr.allervers.arrears.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.ledger.HoldKind;
import fr.allervers.shared.web.UserError;
import fr.allervers.tenancy.HouseholdLeft;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pauses, holds and plans: nothing is sent while they last. */
class PreventionPausesTest extends AbstractPreventionTest {

    @ParameterizedTest
    @EnumSource(PauseReason.class)
    void whilePausedNothingIsSentAndNoTaskOpensUntilTheVeryDay(PauseReason why) {
        var id = opened();
        cases.pause(id, why, LocalDate.of(2026, 12, 9), "Note");
        until("2026-12-08T23:59");
        assertThat(written(id)).isEmpty();
        assertThat(open(id))
                .isEqualTo(why == PauseReason.DECEASED ? List.of("check-deceased", "check-deceased-late") : List.of());
        assertThat(of(id).status()).isEqualTo(CaseStatus.PAUSED);
        until("2026-12-09T00:00");
        assertThat(of(id).status()).isEqualTo(CaseStatus.OPEN);
        until("2026-12-09T10:00");
        assertThat(written(id)).isEqualTo(why == PauseReason.OVER_INDEBTEDNESS ? List.of() : List.of("SMS"));
    }

    @Test
    void aPauseTakesAnOpenTaskAwayAndAnotherEndMovesTheResumption() {
        var id = opened();
        untilCall();
        assertThat(open(id)).containsExactly("call-tenant");
        cases.pause(id, PauseReason.BENEFIT_DELAYED, LocalDate.of(2026, 12, 1), "CAF");
        assertThat(open(id)).isEmpty();
        cases.pause(id, PauseReason.BENEFIT_DELAYED, LocalDate.of(2026, 12, 8), "CAF");
        until("2026-12-01T12:00");
        assertThat(of(id).status()).isEqualTo(CaseStatus.PAUSED);
        until("2026-12-08T10:00");
        assertThat(open(id)).containsExactly("call-tenant");
    }

    @Test
    void aPauseEndedByHandGoesOnAtOnce() {
        var id = opened();
        untilCall();
        cases.pause(id, PauseReason.OTHER, LocalDate.of(2026, 12, 24), "");
        until("2026-11-27T11:00");
        cases.resume(id);
        jobs.runDue();
        assertThat(open(id)).containsExactly("call-tenant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23", "2026-11-22", "2028-11-24"})
    void aPauseEndsAfterTodayAndWithinTwoYears(LocalDate until) {
        var id = opened();
        assertThatThrownBy(() -> cases.pause(id, PauseReason.OTHER, until, ""))
                .isInstanceOf(UserError.class)
                .hasMessage("arrears.error.pause-day");
    }

    @Test
    void overIndebtednessFreezesWhatIsOwedAndOnlyNewDebtIsAskedFor() {
        var id = opened();
        cases.pause(id, PauseReason.OVER_INDEBTEDNESS, LocalDate.of(2026, 12, 9), "Recevable");
        assertThat(accounts.holds(leaseId, LocalDate.now(clock)))
                .singleElement()
                .satisfies(hold -> {
                    assertThat(hold.kind()).isEqualTo(HoldKind.FROZEN);
                    assertThat(hold.amountCents()).isEqualTo(RENT);
                });
        owes(leaseId, 40_000, LocalDate.of(2026, 12, 1));
        until("2026-12-09T10:00");
        assertThat(written(id)).containsExactly("SMS");
        assertThat(jdbc.sql("select body from outbox_message where case_kind = ? and case_id = ?")
                        .params(ArrearsCases.KIND, id)
                        .query(String.class)
                        .single())
                .contains("400,00");
    }

    @Test
    void whereAllIsHeldTheCaseWaitsForTheEndOfTheHold() {
        var id = opened();
        cases.dispute(id, RENT, "Charges de chauffage");
        until("2026-11-23T10:00");
        assertThat(written(id)).isEmpty();
        assertThat(of(id).status()).isEqualTo(CaseStatus.PAUSED);
        assertThat(of(id).pauseReason()).isEqualTo(PauseReason.DISPUTE);
        assertThat(of(id).pausedUntil()).isEqualTo(LocalDate.of(2026, 12, 23));
    }

    @Test
    void aDeathToldByTheRegisterStopsRemindersAndIsChecked() {
        var id = opened();
        transaction.executeWithoutResult(
                status -> events.publishEvent(new HouseholdLeft(tenant.householdId(), HouseholdLeft.Reason.DECEASED)));
        until("2026-11-23T10:00");
        assertThat(written(id)).isEmpty();
        assertThat(open(id)).containsExactly("check-deceased");
        complete(id, "check-deceased", Map.of("outcome", "ERROR"));
        assertThat(of(id).status()).isEqualTo(CaseStatus.OPEN);
        until("2026-11-23T10:01");
        assertThat(written(id)).containsExactly("SMS");
    }

    @Test
    void aSignedPlanStopsRemindersAndABrokenOneIsDecidedUpon() {
        var id = opened();
        untilCall();
        cases.planSigned(id);
        assertThat(open(id)).isEmpty();
        until("2027-03-01T10:00");
        assertThat(of(id).status()).isEqualTo(CaseStatus.PLAN);
        assertThat(written(id)).containsExactly("-SMS");
        cases.planBroken(id);
        jobs.runDue();
        assertThat(open(id)).containsExactly("decide-next");
        assertThat(column(id, "act_reason")).contains("n’est plus respecté");
    }

    @Test
    void aPauseOfAPlanLeadsBackToThePlan() {
        var id = opened();
        cases.planSigned(id);
        cases.pause(id, PauseReason.HOSPITAL, LocalDate.of(2026, 12, 9), "");
        until("2026-12-09T00:00");
        assertThat(of(id).status()).isEqualTo(CaseStatus.PLAN);
    }

    @Test
    void aPlanBrokenDuringAPauseIsDecidedUponAfterIt() {
        var id = opened();
        cases.planSigned(id);
        cases.pause(id, PauseReason.HOSPITAL, LocalDate.of(2026, 12, 9), "");
        cases.planBroken(id);
        assertThat(of(id).status()).isEqualTo(CaseStatus.PAUSED);
        until("2026-12-09T00:00");
        assertThat(open(id)).containsExactly("decide-next");
    }
}
