package fr.allervers.arrears.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.ledger.EntryKind;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.access.AccessDeniedException;

/** How a case of unpaid rent ends, and what may come after. */
class PreventionClosingTest extends AbstractPreventionTest {

    @ParameterizedTest(name = "paid before {0}")
    @CsvSource({
        "2026-11-23T10:00, ''",
        "2026-11-26T10:00, SMS",
        "2026-11-30T10:00, SMS",
        "2026-12-18T10:00, SMS APPOINTMENT",
        "2027-01-04T10:00, SMS APPOINTMENT LETTER"
    })
    void whoPaidTheDayBeforeGetsNothingAndTheCaseCloses(String step, String before) {
        var id = opened();
        var day = LocalDate.parse(step.substring(0, 10));
        for (var earlier : List.of("2026-11-23", "2026-11-26", "2026-11-30", "2026-12-18")) {
            if (LocalDate.parse(earlier).isBefore(day)) {
                until(earlier + "T10:00");
                if (open(id).contains("call-tenant")) {
                    complete(id, "call-tenant", Map.of("outcome", "NO_ANSWER"));
                }
            }
        }
        // The bank tells the next morning; the accounts say so, though nobody told the case.
        at(day + "T07:00");
        jdbc.sql(
                        "insert into rent_entry (lease_id, kind, side, means, amount_cents, value_on, due_on, period, label, booked_at, booked_by, entry_key) values (?, 'PAYMENT', 'C', 'TRANSFER', ?, ?, ?, ?, 'Virement', now(3), 'test', random_bytes(16))")
                .params(leaseId, -RENT, day.minusDays(1), day.minusDays(1), day.minusDays(1))
                .update();
        until(step);
        isClosed(id);
        assertThat(written(id).stream().map(one -> one.replace("-", "")).toList())
                .isEqualTo(before.isEmpty() ? List.of() : List.of(before.split(" ")));
        assertThat(of(id).closeReason()).isEqualTo(CloseReason.DEBT_CLEARED);
    }

    @ParameterizedTest(name = "while {0}")
    @ValueSource(
            strings = {
                "waiting for the first message",
                "waiting for the call",
                "call-tenant",
                "ANSWERED",
                "PAUSED",
                "PLAN",
                "LITIGATION",
                "decide-next"
            })
    void theCaseClosesAsSoonAsTheAccountIsCleared(String where) {
        var id = standing(where);
        pays(RENT, LocalDate.now(clock));
        isClosed(id);
        assertThat(written(id)).allMatch(one -> one.startsWith("-"));
        assertThat(told(id)).first().asString().contains("la dette est réglée");
        assertThat(column(id, "recheck")).isEqualTo("0");
    }

    @ParameterizedTest(name = "{0} cents still owed: {1}")
    @CsvSource({"999, CLOSED", "1000, OPEN", "1001, OPEN"})
    void aSmallRestClosesTheCaseBelowTheThreshold(long left, CaseStatus status) {
        var id = opened();
        pays(RENT - left, LocalDate.now(clock));
        assertThat(of(id).status()).isEqualTo(status);
        assertThat(of(id).debtCents()).isEqualTo(left);
    }

    @Test
    void aPaymentTakenBackAfterClosingAllowsANewCaseAndKeepsTheOld() {
        var id = opened();
        pays(RENT, LocalDate.now(clock));
        isClosed(id);
        var payment = accounts.entries(leaseId, DUE, LocalDate.now(clock)).stream()
                .filter(entry -> entry.kind() == EntryKind.PAYMENT)
                .findFirst()
                .orElseThrow();
        accounts.reverse(payment.id(), "Prélèvement rejeté");
        var again = opened();
        assertThat(again).isNotEqualTo(id);
        assertThat(of(id).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(of(again).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void onlyASupervisorEndsACaseInWhichSomethingIsOwed() {
        var id = opened();
        assertThatThrownBy(() -> cases.closeByDecision(id, "Irrécouvrable")).isInstanceOf(AccessDeniedException.class);
        people.signIn(people.somebodyOf(tenant.agencyId(), Role.SUPERVISOR));
        cases.closeByDecision(id, "Irrécouvrable");
        isClosed(id);
        assertThat(of(id).closeReason()).isEqualTo(CloseReason.BY_DECISION);
        assertThatThrownBy(() -> cases.pause(id, PauseReason.OTHER, LocalDate.of(2026, 12, 9), ""))
                .isInstanceOf(UserError.class)
                .hasMessage("arrears.error.closed");
    }
}
