package fr.allervers.ledger.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.ledger.EntryKind;
import fr.allervers.ledger.Means;
import fr.allervers.ledger.files.LedgerFile.BadLine;
import fr.allervers.ledger.files.LedgerFile.Item;
import fr.allervers.shared.imports.FileRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CamtFileTest {

    private static final String PAYER = "FR7699999000020000000000243";

    static List<Item> read(byte[] content) throws IOException {
        try (var file = new CamtFile(() -> new ByteArrayInputStream(content))) {
            var items = new ArrayList<Item>();
            for (var item = file.next(); item != null; item = file.next()) {
                items.add(item);
            }
            return items;
        }
    }

    private static Movement only(CamtText text) throws IOException {
        return (Movement) read(text.bytes()).get(0);
    }

    private static void assertRefused(String text, String key) {
        assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(FileRefused.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "04", "08", "13"})
    void aTransferIsReadWithAllThatLeadsToItsTenant(String version) throws IOException {
        var movement = only(CamtText.statement("2026-210")
                .version(version)
                .credit("BNK1", 31250, "C00012", "Mme Nadia Essai", PAYER, "LOYER NOV C00012"));
        assertThat(movement.kind()).isEqualTo(EntryKind.PAYMENT);
        assertThat(movement.means()).isEqualTo(Means.TRANSFER);
        assertThat(movement.amountCents()).isEqualTo(-31250);
        assertThat(movement.valueOn()).isEqualTo(LocalDate.of(2026, 11, 5));
        assertThat(movement.reference()).isEqualTo("C00012");
        assertThat(movement.remittance()).isEqualTo("LOYER NOV C00012");
        assertThat(movement.payerName()).isEqualTo("Mme Nadia Essai");
        assertThat(movement.payerIban()).isEqualTo(PAYER);
        assertThat(movement.origin().number()).isEqualTo("BNK1");
        assertThat(movement.origin().source()).isEqualTo("053");
        assertThat(movement.origin().account()).isEqualTo("999990000100000000001");
    }

    @Test
    void theDebtorOfLaterVersionsStandsOneLevelDeeper() throws IOException {
        var text = CamtText.notice("N1")
                .credit("B", 100, "", "X", "", "w")
                .text()
                .replace("<Dbtr><Nm>X</Nm></Dbtr>", "<Dbtr><Pty><Nm>Y</Nm></Pty></Dbtr>");
        var movement = (Movement) read(text.getBytes(StandardCharsets.UTF_8)).get(0);
        assertThat(movement.payerName()).isEqualTo("Y");
        assertThat(movement.origin().source()).isEqualTo("054");
    }

    @Test
    void aBatchGivesItsPaymentsAndTheSumWithoutThemOneMovement() throws IOException {
        var told = read(CamtText.notice("N1")
                .batch(
                        "B1",
                        30000,
                        CamtText.payment(10000, "A1", "P", "", "", ""),
                        CamtText.payment(20000, "A2", "Q", "", "", ""))
                .bytes());
        assertThat(told).hasSize(2).allSatisfy(item -> {
            var origin = ((Movement) item).origin();
            assertThat(origin.part()).isNotNull();
            assertThat(origin.entryCents()).isEqualTo(30000);
            assertThat(origin.batchOnly()).isFalse();
        });
        assertThat(told).extracting(Item::line).containsExactly(1, 2);
        assertThat(only(CamtText.statement("S1").batchSum("B1", 30000, 2))
                        .origin()
                        .batchOnly())
                .isTrue();
        assertThat(only(CamtText.statement("S1").batchSum("B1", 30000, 1))
                        .origin()
                        .batchOnly())
                .isFalse();
    }

    @Test
    void aDirectDebitThatCameBackReopensTheDebtAndOtherDebitsAreNoTenants() throws IOException {
        var items = read(CamtText.statement("S1")
                .rejected("R1", 31250, "C00012")
                .entry("R2", 5000, "DBIT", "ICDT", "")
                .bytes());
        assertThat(((Movement) items.get(0)).kind()).isEqualTo(EntryKind.REJECTED_DEBIT);
        assertThat(((Movement) items.get(0)).amountCents()).isEqualTo(31250);
        assertThat(((BadLine) items.get(1)).reason()).contains("sortie d’argent");
    }

    @Test
    void whatIsNotBookedYetOrNotInEurosIsNotTaken() throws IOException {
        var items = read(CamtText.notice("N1")
                .raw("P", 100, "CRDT", "<Sts>PDNG</Sts>", "RCDT", "")
                .bytes());
        assertThat(((BadLine) items.get(0)).reason()).contains("pas encore comptabilisée");
        var pounds = CamtText.notice("N1").bare("P", 100).text().replace("EUR", "GBP");
        assertThat(((BadLine) read(pounds.getBytes(StandardCharsets.UTF_8)).get(0)).reason())
                .contains("euros");
    }

    @Test
    void referencesThatSayNothingAreNone() throws IOException {
        var movement = only(CamtText.notice("N1").credit("NONREF", 100, "NOTPROVIDED", "X", "", "w"));
        assertThat(movement.origin().number()).isNull();
        assertThat(movement.reference()).isNull();
    }

    @Test
    void aStatementThatContradictsItsBalancesItsCountOrItsBatchesIsRefused() {
        assertRefused(CamtText.statement("S1").bare("A", 100).closingWrongBy(1).text(), "ledger.refused.balance");
        assertRefused(CamtText.statement("S1").bare("A", 100).announcing(2).text(), "ledger.refused.count");
        assertRefused(
                CamtText.notice("N")
                        .batch(
                                "B",
                                30001,
                                CamtText.payment(10000, "", "P", "", "", ""),
                                CamtText.payment(20000, "", "Q", "", "", ""))
                        .text(),
                "ledger.refused.batch");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 300, 900})
    void aFileThatIsCutOffIsRefusedWhole(int length) {
        var whole = CamtText.statement("S1")
                .credit("A", 100, "E", "P", PAYER, "mots")
                .text();
        assertRefused(whole.substring(0, length), "ledger.refused.xml-broken");
    }

    @Test
    void entitiesCanNeitherReachOutNorMultiply() {
        var text = CamtText.statement("S1")
                .credit("A", 100, "E", "P", PAYER, "&xxe;")
                .text();
        var body = text.substring(text.indexOf("<Document"));
        assertRefused(
                "<!DOCTYPE Document [<!ENTITY xxe SYSTEM \"file:///etc/hostname\">]>" + body,
                "ledger.refused.xml-entities");
        assertRefused(
                "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY xxe \"&b;&b;&b;&b;\">]>" + body,
                "ledger.refused.xml-entities");
        assertRefused(
                "<!DOCTYPE d SYSTEM \"http://127.0.0.1:1/x.dtd\">" + body.replace("&xxe;", ""),
                "ledger.refused.xml-entities");
    }

    @Test
    void anotherXmlIsNoStatementAndAnEndlessElementIsNoPayment() {
        assertRefused("<html><body>Bonjour</body></html>", "ledger.refused.not-camt");
        assertRefused(
                CamtText.notice("N")
                        .credit("A", 100, "E", "P", "", "x".repeat(150_000))
                        .text(),
                "ledger.refused.xml-size");
    }
}
