package fr.allervers.tenancy;

import fr.allervers.shared.imports.CsvFormat;
import fr.allervers.shared.imports.CsvLines;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A register file read line after line. */
final class RegisterFile implements AutoCloseable {

    private final CsvLines lines;
    private final RegisterHeader header;

    /**
     * Opens the file and reads its header.
     *
     * @throws NotARegister when the header is not a register's
     */
    RegisterFile(CsvFormat.Content content, CsvFormat format) throws IOException {
        lines = new CsvLines(content, format);
        header = RegisterHeader.of(lines.header());
    }

    RegisterHeader header() {
        return header;
    }

    /** The next line; none at the end. */
    CsvLines.@Nullable Line next() {
        return lines.next();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
