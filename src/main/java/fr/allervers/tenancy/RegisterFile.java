package fr.allervers.tenancy;

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

/** A register file read line after line: never more of it in memory than one line. */
final class RegisterFile implements AutoCloseable {

    /** A quote that nobody closes would swallow the file: no line of a register is that long. */
    private static final int LONGEST_LINE = 200_000;

    private final Guard guard;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final RegisterHeader header;
    private long lastLine;

    /**
     * One line of the file.
     *
     * @param number as an editor shows it, from 1
     */
    record Line(int number, List<String> cells) {}

    /**
     * Opens the file and reads its header.
     *
     * @throws NotARegister when the header is not a register's
     */
    RegisterFile(RegisterFormat.Content content, RegisterFormat format) throws IOException {
        guard = new Guard(RegisterFormat.reader(content.open(), format.charset()));
        parser = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(format.delimiter())
                .setIgnoreSurroundingSpaces(true)
                .get()
                .parse(guard);
        records = parser.iterator();
        var first = next();
        if (first == null) {
            throw new NotARegister("empty");
        }
        header = RegisterHeader.of(first.cells());
    }

    RegisterHeader header() {
        return header;
    }

    /**
     * The next line; none at the end.
     *
     * @throws NotARegister when quotes are not closed: what follows cannot be told from what precedes
     */
    @Nullable
    Line next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            var record = records.next();
            guard.lineRead();
            lastLine = parser.getCurrentLineNumber();
            var cells = List.of(record.values());
            var breaks = cells.stream()
                    .flatMapToInt(String::chars)
                    .filter(letter -> letter == '\n')
                    .count();
            return new Line((int) (lastLine - breaks), cells);
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new NotARegister("quotes", Long.toString(lastLine + 1));
        }
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
