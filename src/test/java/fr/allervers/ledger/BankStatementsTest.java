package fr.allervers.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.ledger.files.CfonbText;
import org.junit.jupiter.api.Test;

/** Statements and notices of banks overlap, repeat and sum up: each payment is booked once. */
class BankStatementsTest extends AbstractLedgerImportTest {

    @Test
    void overlappingFilesBringEachPaymentOnce() {
        assertCounts(
                run(statement("S1")
                        .credit("B1", 10000, let.code(), "P", "", "a")
                        .credit("B2", 20000, let.code(), "P", "", "b")
                        .bytes()),
                2,
                0,
                0,
                0);
        assertCounts(
                run(statement("S2")
                        .credit("B2", 20000, let.code(), "P", "", "b")
                        .credit("B3", 30000, let.code(), "P", "", "c")
                        .bytes()),
                1,
                0,
                1,
                0);
        assertThat(leases.balance(let.id())).isEqualTo(-60000);
    }

    @Test
    void aStatementSentAgainUnderAnotherFileIsKnownByItsNumberAccountAndDay() {
        run(statement("S1").credit("", 10000, let.code(), "P", "", "a").bytes());
        assertCounts(
                run(statement("S1")
                        .credit("", 10000, let.code(), "P", "", "autre libellé")
                        .bytes()),
                0,
                0,
                1,
                0);
        assertCounts(
                run(statement("S1")
                        .on("2027-11-05")
                        .credit("", 10000, let.code(), "P", "", "a")
                        .bytes()),
                1,
                0,
                0,
                0);
    }

    @Test
    void twoIdenticalGenuinePaymentsAreTwo() {
        assertCounts(
                run(statement("S1")
                        .credit("", 10000, let.code(), "P", "", "a")
                        .credit("", 10000, let.code(), "P", "", "a")
                        .bytes()),
                2,
                0,
                0,
                0);
        assertCounts(csv((let.code() + ";05/11/2026;Virement;50;;Guichet\n").repeat(2)), 2, 0, 0, 0);
        assertThat(leases.balance(let.id())).isEqualTo(-30000);
    }

    @Test
    void aNoticeAfterItsStatementIsNotCountedAgainNorTheReverse() {
        run(statement("S1").credit("B1", 10000, let.code(), "P", "", "a").bytes());
        assertCounts(
                run(notice("N1").credit("B1", 10000, let.code(), "P", "", "a").bytes()), 0, 0, 1, 0);
        run(notice("N2").credit("B2", 20000, let.code(), "P", "", "a").bytes());
        assertCounts(
                run(statement("S2")
                        .credit("B2", 20000, let.code(), "P", "", "a")
                        .bytes()),
                0,
                0,
                1,
                0);
        assertThat(leases.balance(let.id())).isEqualTo(-30000);
    }

    @Test
    void withoutReferencesALookalikeOfAnotherFileWaitsForAPerson() {
        run(statement("S1").credit("", 10000, let.code(), "P", "", "loyer").bytes());
        var notice = run(notice("N1")
                .credit("", 10000, let.code(), "P", "", "loyer novembre")
                .bytes());
        assertCounts(notice, 0, 1, 0, 0);
        assertThat(waiting(notice)).satisfies(item -> {
            assertThat(item.doubt()).isEqualTo(Doubt.LOOKALIKE);
            assertThat(item.candidates()).extracting(AccountLine::leaseId).containsExactly(let.id());
        });
        suspense.dismiss(waiting(notice).id(), "déjà comptée");
        assertThat(leases.balance(let.id())).isEqualTo(-10000);
    }

    @Test
    void anEntryToldBareAndThenInFullFindsItsAccount() {
        assertCounts(run(statement("S1").bare("B1", 10000).bytes()), 0, 1, 0, 0);
        assertCounts(
                run(notice("N1").credit("B1", 10000, let.code(), "P", "", "").bytes()), 1, 0, 0, 0);
        assertThat(leases.balance(let.id())).isEqualTo(-10000);
    }

    @Test
    void aRejectedDebitReopensTheDebt() {
        csv(let.code() + ";05/11/2026;Loyer;100;;\n");
        run(statement("S1").credit("B1", 10000, let.code(), "P", "", "").bytes());
        assertThat(leases.balance(let.id())).isZero();
        assertCounts(
                run(statement("S2")
                        .on("2026-11-12")
                        .rejected("B2", 10000, let.code())
                        .bytes()),
                1,
                0,
                0,
                0);
        assertThat(leases.balance(let.id())).isEqualTo(10000);
    }

    @Test
    void aCfonbStatementIsBooked() {
        var content = new CfonbText(0)
                .movement("18", 10000, "VIR " + number, "", "")
                .more("LCC", "LOYER " + let.code())
                .close()
                .bytes();
        assertCounts(run(content), 1, 0, 0, 0);
        assertThat(leases.balance(let.id())).isEqualTo(-10000);
    }
}
