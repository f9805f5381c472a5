package fr.allervers.shared;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV as a French spreadsheet opens it: byte order mark, semicolons. A cell that a spreadsheet would run as a
 * formula is written as text (OWASP, CSV injection).
 */
public final class CsvExport implements AutoCloseable {

    private static final Pattern FORMULA = Pattern.compile("^(?:[\\s\u00A0\u200B]*[=+\\-@＝＋－＠]|[\t\r\n])");
    private static final Pattern AMOUNT = Pattern.compile("-[0-9]+(?:[., \u00A0\u202F][0-9]+)*(?:[ \u00A0\u202F]?€)?");

    private final CSVPrinter printer;

    public CsvExport(Writer to, String... header) throws IOException {
        to.write('\uFEFF');
        printer =
                new CSVPrinter(to, CSVFormat.DEFAULT.builder().setDelimiter(';').get());
        row((Object[]) header);
    }

    /** Writes one row; a missing value gives an empty cell. */
    public void row(@Nullable Object... cells) throws IOException {
        printer.printRecord(Arrays.stream(cells).map(CsvExport::safe).toArray());
    }

    private static Object safe(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        return cell instanceof CharSequence text && isFormula(text.toString()) ? "'" + text : cell;
    }

    /** Also behind white space, which spreadsheets skip, and in full-width signs; an amount may be negative. */
    private static boolean isFormula(String text) {
        return FORMULA.matcher(text).find() && !AMOUNT.matcher(text).matches();
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
