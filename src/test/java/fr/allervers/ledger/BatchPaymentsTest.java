package fr.allervers.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.ledger.files.CamtText;
import org.junit.jupiter.api.Test;

/** The payments of a batch, and the sum that a statement makes of them. */
class BatchPaymentsTest extends AbstractLedgerImportTest {

    @Test
    void aNoticeTellsThePaymentsOfABatchThatTheStatementSummedUp() {
        var other = leases.lease();
        var sum = run(statement("S1").batchSum("B1", 30000, 2).bytes());
        assertCounts(sum, 0, 1, 0, 0);
        assertThat(waiting(sum).doubt()).isEqualTo(Doubt.BATCH);
        var told = notice("N1")
                .batch(
                        "B1",
                        30000,
                        CamtText.payment(10000, let.code(), "P", "", "", ""),
                        CamtText.payment(20000, other.code(), "Q", "", "", ""))
                .bytes();
        assertCounts(run(told), 2, 0, 0, 0);
        assertThat(leases.balance(let.id())).isEqualTo(-10000);
        assertThat(leases.balance(other.id())).isEqualTo(-20000);
        assertThat(jdbc.sql("select state from suspense_item where import_id = ?")
                        .param(sum.id())
                        .query(String.class)
                        .single())
                .isEqualTo("DETAILED");
    }

    @Test
    void theSumOfABatchWhosePaymentsAreKnownBringsNothing() {
        run(notice("N1")
                .batch(
                        "B1",
                        30000,
                        CamtText.payment(10000, let.code(), "P", "", "", ""),
                        CamtText.payment(20000, let.code(), "P", "", "", ""))
                .bytes());
        assertCounts(run(statement("S1").batchSum("B1", 30000, 2).bytes()), 0, 0, 1, 0);
        assertThat(leases.balance(let.id())).isEqualTo(-30000);
    }

    @Test
    void aBatchThatAPersonAttributedWholeIsNotCountedAgainByItsPayments() {
        var sum = run(statement("S1").batchSum("B1", 30000, 2).bytes());
        suspense.attribute(waiting(sum).id(), let.id(), false);
        assertCounts(
                run(notice("N1")
                        .batch(
                                "B1",
                                30000,
                                CamtText.payment(10000, let.code(), "P", "", "", ""),
                                CamtText.payment(20000, let.code(), "P", "", "", ""))
                        .bytes()),
                0,
                0,
                2,
                0);
        assertThat(leases.balance(let.id())).isEqualTo(-30000);
    }
}
