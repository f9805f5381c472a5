package fr.allervers.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.testing.AtOnce;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** Money without a name waits for a person, who attributes it once. */
class SuspenseTest extends AbstractLedgerImportTest {

    @Test
    void moneyWithoutANameWaitsIsAttributedOnceAndTheBankAccountLearnt() {
        var iban = "FR7699999000030000000%04d42".formatted(number);
        var done = run(statement("S1")
                .credit("B1", 10000, "", "Inconnu", iban, "merci")
                .bytes());
        assertCounts(done, 0, 1, 0, 0);
        var item = waiting(done);
        suspense.attribute(item.id(), let.id(), true);
        assertThat(leases.balance(let.id())).isEqualTo(-10000);
        assertThatThrownBy(() -> suspense.attribute(item.id(), let.id(), true)).hasMessage("ledger.suspense.settled");
        assertThatThrownBy(() -> suspense.dismiss(item.id(), "x")).hasMessage("ledger.suspense.settled");
        assertCounts(
                run(statement("S2")
                        .on("2026-12-05")
                        .credit("B2", 10000, "", "Inconnu", iban, "merci")
                        .bytes()),
                1,
                0,
                0,
                0);
        assertCounts(
                run(notice("N1")
                        .credit("B1", 10000, "", "Inconnu", iban, "merci")
                        .bytes()),
                0,
                0,
                1,
                0);
    }

    @Test
    void twoWhoAttributeTheSameMoneyDoItOnce() throws Exception {
        var item = waiting(
                run(statement("S1").credit("B1", 10000, "", "X", "", "merci").bytes()));
        var done = AtOnce.times(2, () -> {
            people.signIn(officer);
            try {
                suspense.attribute(item.id(), let.id(), false);
                return true;
            } catch (UserError e) {
                return false;
            }
        });
        assertThat(done).containsOnlyOnce(true);
        assertThat(leases.balance(let.id())).isEqualTo(-10000);
    }

    @Test
    void anotherAgencysAccountIsNotForHerWhoWorksElsewhere() {
        var item = waiting(
                run(statement("S1").credit("B1", 10000, "", "X", "", "merci").bytes()));
        people.signIn(people.somebodyOf(tenants.agency(), Role.RENT_OFFICER));
        assertThatThrownBy(() -> suspense.attribute(item.id(), let.id(), false))
                .isInstanceOf(AccessDeniedException.class);
    }
}
