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
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CfonbFileTest {

    private static List<Item> read(byte[] content) throws IOException {
        try (var file = new CfonbFile(() -> new ByteArrayInputStream(content))) {
            var items = new ArrayList<Item>();
            for (var item = file.next(); item != null; item = file.next()) {
                items.add(item);
            }
            return items;
        }
    }

    private static void assertRefused(String text, String key) {
        assertThatThrownBy(() -> read(text.getBytes(Charset.forName("windows-1252"))))
                .isInstanceOfSatisfying(FileRefused.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo(key));
    }

    @Test
    void movementsAreReadWithWhatTheirComplementsSay() throws IOException {
        var items = read(new CfonbText(100_000)
                .movement("18", 31250, "VIR SEPA RECU", "0000042", "")
                .more("NPY", "Mme Éléonore Essai")
                .more("LCC", "LOYER NOVEMBRE C00012")
                .more("RCN", "C00012")
                .movement("08", -20000, "REJET PRLV", "0000043", "C00013")
                .movement("06", -5000, "VIR EMIS FOURNISSEUR", "0000044", "")
                .close()
                .bytes());
        var first = (Movement) items.get(0);
        assertThat(first.kind()).isEqualTo(EntryKind.PAYMENT);
        assertThat(first.means()).isEqualTo(Means.TRANSFER);
        assertThat(first.amountCents()).isEqualTo(-31250);
        assertThat(first.valueOn()).isEqualTo(LocalDate.of(2026, 11, 5));
        assertThat(first.payerName()).isEqualTo("Mme Éléonore Essai");
        assertThat(first.reference()).isEqualTo("C00012");
        assertThat(first.remittance()).contains("LOYER NOVEMBRE C00012");
        assertThat(first.origin().account()).isEqualTo("999990000100000000001");
        assertThat(((Movement) items.get(1)).kind()).isEqualTo(EntryKind.REJECTED_DEBIT);
        assertThat(((Movement) items.get(1)).amountCents()).isEqualTo(20000);
        assertThat(((BadLine) items.get(2)).reason()).contains("sortie d’argent");
        assertThat(items).extracting(Item::line).containsExactly(2, 6, 7);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "9", "10", "12345", "-1", "-10", "-12349", "99999999999"})
    void theSignStandsInTheLastLetter(long cents) {
        var record =
                new CfonbRecord(1, " ".repeat(19) + "2" + " ".repeat(70) + CfonbText.amount(cents) + " ".repeat(16));
        assertThat(record.cents()).isEqualTo(cents);
    }

    @Test
    void recordsWithoutLineEndsAreTheSame() throws IOException {
        var text = new CfonbText(0).movement("18", 100, "VIR", "1", "").close().text();
        assertThat(read(text.replace("\r\n", "").getBytes())).hasSize(1);
        assertThat(read(text.replaceAll(" +\r\n", "\n").getBytes())).hasSize(1);
    }

    @Test
    void aStatementThatIsCutOffOrContradictsItselfIsRefusedWhole() {
        assertRefused(new CfonbText(0).movement("18", 100, "VIR", "1", "").text(), "ledger.refused.cfonb-cut");
        assertRefused(
                new CfonbText(0)
                        .movement("18", 100, "VIR", "1", "")
                        .close()
                        .text()
                        .substring(0, 300),
                "ledger.refused.cfonb-cut");
        assertRefused(
                new CfonbText(0)
                        .movement("18", 100, "VIR", "1", "")
                        .closeWith(99)
                        .text(),
                "ledger.refused.balance");
        assertRefused("", "ledger.refused.cfonb-cut");
    }

    @Test
    void whatIsNoRecordOrOutOfPlaceOrUnreadableIsRefusedWithItsLine() {
        assertRefused(new CfonbText(0).line("09" + " ".repeat(118)).text(), "ledger.refused.cfonb-record");
        assertRefused(new CfonbText(0).more("LCC", "x").text(), "ledger.refused.cfonb-order");
        assertRefused(
                new CfonbText(0)
                        .movement("18", 100, "VIR", "1", "")
                        .close()
                        .text()
                        .replace("0000000000010{", "00000000000X0{"),
                "ledger.refused.cfonb-amount");
        assertRefused(
                new CfonbText(0)
                        .movement("18", 100, "VIR", "1", "")
                        .close()
                        .text()
                        .replaceFirst("18051126", "18991326"),
                "ledger.refused.cfonb-day");
    }
}
