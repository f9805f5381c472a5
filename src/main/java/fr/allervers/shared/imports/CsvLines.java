package fr.allervers.shared.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A CSV file read line after line: never more of it in memory than one line. */
public final class CsvLines implements AutoCloseable {

    /** A quote that nobody closes would swallow the file: no line is that long. */
    private static final int LONGEST_LINE = 200_000;

    private final Guard guard;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private long lastLine;

    /**
     * One line of the file.
     *
     * @param number as an editor shows it, from 1
     */
    public record Line(int number, List<String> cells) {}

    /**
     * Opens the file and reads its header.
     *
     * @throws FileRefused when there is none
     */
    public CsvLines(CsvFormat.Content content, CsvFormat format) throws IOException {
        guard = new Guard(CsvFormat.reader(content.open(), format.charset()));
        parser = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(format.delimiter())
                .setIgnoreSurroundingSpaces(true)
                .get()
                .parse(guard);
        records = parser.iterator();
        var first = next();
        if (first == null) {
            throw new FileRefused("file.refused.empty");
        }
        header = first.cells();
    }

    public List<String> header() {
        return header;
    }

    /**
     * The next line; none at the end.
     *
     * @throws FileRefused when quotes are not closed: what follows cannot be told from what precedes
     */
    public @Nullable Line next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            var record = records.next();
            guard.lineRead();
            var before = lastLine;
            lastLine = parser.getCurrentLineNumber();
            var cells = List.of(record.values());
            return new Line((int) (lastLine == before + 1 ? lastLine : lastLine - breaks(cells)), cells);
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new FileRefused("file.refused.quotes", Long.toString(lastLine + 1));
        }
    }

    private static long breaks(List<String> cells) {
        return cells.stream()
                .flatMapToInt(String::chars)
                .filter(letter -> letter == '\n')
                .count();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private static final class Guard extends FilterReader {

        private int sinceLine;

        Guard(Reader reader) {
            super(reader);
        }

        void lineRead() {
            sinceLine = 0;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            sinceLine += Math.max(0, read);
            if (sinceLine > LONGEST_LINE) {
                throw new IOException("A line of more than " + LONGEST_LINE + " letters");
            }
            return read;
        }
    }
}
