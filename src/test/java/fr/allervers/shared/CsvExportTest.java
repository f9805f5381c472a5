package fr.allervers.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExportTest {

    private static String cell(Object value) throws IOException {
        var text = new StringWriter();
        try (var csv = new CsvExport(text, "a", "b")) {
            csv.row(value, "z");
        }
        return text.toString().replace("\uFEFFa;b\r\n", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+33 6 39 98 00 00",
                "-2+3",
                "-cmd|' /C calc'!A0",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "\u00A0=1",
                "＝1+1",
                "＠x",
                "-",
                "=<b>",
            })
    void whatASpreadsheetWouldRunIsText(String text) throws IOException {
        assertThat(cell(text)).matches("(?s)\"?'.*").contains(";z");
        assertThat(cell(new StringBuilder(text))).matches("(?s)\"?'.*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Garnier", "12 rue = Lilas", "-12,50", "-1 250,00 €", "-3", "a@example.org", "'déjà", "0612"})
    void whatIsNoFormulaStaysAsItIs(String text) throws IOException {
        assertThat(cell(text).replace("\"", "")).isEqualTo(text + ";z\r\n");
    }

    @Test
    void aCellCannotEndItsRowNorItsColumn() throws IOException {
        assertThat(cell("a;b\"c\r\nd")).isEqualTo("\"a;b\"\"c\r\nd\";z\r\n");
    }

    @Test
    void numbersAreNumbersAndNothingIsEmpty() throws IOException {
        assertThat(cell(-12L)).isEqualTo("-12;z\r\n");
        var text = new StringWriter();
        try (var csv = new CsvExport(text, "a")) {
            csv.row((Object) null);
        }
        assertThat(text.toString()).endsWith("\r\n\"\"\r\n");
    }
}
