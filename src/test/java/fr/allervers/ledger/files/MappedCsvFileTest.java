package fr.allervers.ledger.files;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.ledger.EntryKind;
import fr.allervers.ledger.Means;
import fr.allervers.ledger.files.LedgerFile.BadLine;
import fr.allervers.ledger.files.LedgerFile.Item;
import fr.allervers.shared.imports.CsvFormat;
import fr.allervers.shared.imports.CsvFormat.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedCsvFileTest {

    private static final String HEADER = "Code bail;Date;Nature;Montant;Mois;Libellé\n";

    private static List<Item> read(String text, Charset charset) throws IOException {
        Content content = () -> new ByteArrayInputStream(text.getBytes(charset));
        var format = CsvFormat.of(content);
        var mapping = CsvMapping.proposed(MappedCsvFile.header(content, format));
        try (var file = new MappedCsvFile(content, format, CsvMapping.read(mapping.text()))) {
            var items = new ArrayList<Item>();
            for (var item = file.next(); item != null; item = file.next()) {
                items.add(item);
            }
            return items;
        }
    }

    private static Item line(String cells) throws IOException {
        return read(HEADER + cells + "\n", StandardCharsets.UTF_8).get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Loyer|412,50|RENT|41250", "Provision charges|80|SERVICE_CHARGES|8000", "APL|210,00|HOUSING_AID|-21000",
                "Virement|300|PAYMENT|-30000", "Paiement|300|PAYMENT|-30000",
                        "Rejet prélèvement|300|REJECTED_DEBIT|30000",
                "Loyer|-12,00|CREDIT|-1200", "Virement|-300|REJECTED_DEBIT|30000", "Avoir|5|CREDIT|-500",
                "Régularisation|60|OTHER_CHARGE|6000", "Régularisation|-60|CREDIT|-6000"
            })
    void theNatureSaysInWhichWayAnAmountCounts(String nature, String amount, EntryKind kind, long cents)
            throws IOException {
        var movement = (Movement) line("c00012;05/11/2026;" + nature + ";" + amount + ";;x");
        assertThat(movement.kind()).isEqualTo(kind);
        assertThat(movement.amountCents()).isEqualTo(cents);
        assertThat(movement.leaseCode()).isEqualTo("C00012");
    }

    @ParameterizedTest
    @CsvSource({
        "11/2026, 2026-11-01",
        "2026-10, 2026-10-01",
        "202609, 2026-09-01",
        "15/08/2026, 2026-08-01",
        "'', 2026-11-01"
    })
    void aMonthIsReadAsSoftwareWritesIt(String month, LocalDate period) throws IOException {
        assertThat(((Movement) line("C1;05/11/2026;Loyer;1;" + month + ";")).period())
                .isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C1;31/02/2026;Loyer;1;;|date attendue", "C1;;Loyer;1;;|date attendue",
                        "C1;05/11/2026;Loyer;1.234,5;;|montant attendu",
                "C1;05/11/2026;Loyer;;;|montant manquant", "C1;05/11/2026;Loyer;0;;|montant nul",
                        "C1;05/11/2026;Truc;1;;|nature inconnue",
                "C1;05/11/2026;Loyer;1;13/2026;|période", "C1;05/11/1820;Loyer;1;;|date attendue",
                        "C1;05/11/2026;Loyer;99999999999;;|montant attendu"
            })
    void aLineThatCannotBeReadSaysWhy(String cells, String reason) throws IOException {
        assertThat(((BadLine) line(cells)).reason()).contains(reason);
        assertThat(line(cells).line()).isEqualTo(2);
    }

    @Test
    void debitAndCreditColumnsNeedNoNature() throws IOException {
        var items = read(
                "Compte;Date;Débit;Crédit;Mode de paiement\nC1;05/11/2026;512,00;;\nC1;09/11/2026;;312,00;Chèque\n",
                Charset.forName("windows-1252"));
        assertThat(((Movement) items.get(0)).kind()).isEqualTo(EntryKind.OTHER_CHARGE);
        assertThat(((Movement) items.get(0)).amountCents()).isEqualTo(51200);
        assertThat(((Movement) items.get(1)).kind()).isEqualTo(EntryKind.PAYMENT);
        assertThat(((Movement) items.get(1)).means()).isEqualTo(Means.CHEQUE);
        assertThat(((Movement) items.get(1)).amountCents()).isEqualTo(-31200);
    }

    @Test
    void emptyLinesAreNoLines() throws IOException {
        assertThat(read(HEADER + "\n;;;;;\nC1;05/11/2026;Loyer;1;;\n", StandardCharsets.UTF_8))
                .hasSize(1);
    }

    @Test
    void aMappingThatCannotBeReadWithSaysWhatIsMissing() {
        assertThat(problem(Map.of(CsvField.VALUE_DATE, 0))).isEqualTo("ledger.mapping.no-amount");
        assertThat(problem(Map.of(CsvField.VALUE_DATE, 0, CsvField.DEBIT, 1))).isEqualTo("ledger.mapping.no-amount");
        assertThat(problem(Map.of(CsvField.AMOUNT, 0, CsvField.KIND, 1))).isEqualTo("ledger.mapping.no-date");
        assertThat(problem(Map.of(CsvField.AMOUNT, 0, CsvField.VALUE_DATE, 1))).isEqualTo("ledger.mapping.no-kind");
        assertThat(problem(Map.of(CsvField.AMOUNT, 0, CsvField.VALUE_DATE, 0))).isEqualTo("ledger.mapping.twice");
        assertThat(problem(Map.of(CsvField.AMOUNT, 4, CsvField.VALUE_DATE, 0))).isEqualTo("ledger.mapping.outside");
        assertThat(problem(Map.of(CsvField.DEBIT, 0, CsvField.CREDIT, 1, CsvField.VALUE_DATE, 2)))
                .isEqualTo("none");
    }

    private static String problem(Map<CsvField, Integer> places) {
        return new CsvMapping(new EnumMap<>(places)).problem(4).orElse("none");
    }
}
