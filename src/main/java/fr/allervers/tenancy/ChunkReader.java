package fr.allervers.tenancy;

import fr.allervers.shared.imports.CsvLines;
import fr.allervers.shared.imports.ImportQueue.Reject;
import fr.allervers.tenancy.LineReader.BadLine;
import java.time.LocalDate;
import java.util.ArrayList;

/** Reads a register file in chunks, sorting out the lines that reject themselves. */
final class ChunkReader {

    private final RegisterFile file;
    private final LineReader reader;
    private final SeenInFile seen = new SeenInFile();

    ChunkReader(RegisterFile file, LocalDate today) {
        this.file = file;
        reader = new LineReader(file.header(), today);
    }

    /** The next lines of the file, this many at most; an empty chunk at its end. */
    RegisterChunk next(int size) {
        var lines = new ArrayList<RegisterLine>();
        var rejects = new ArrayList<Reject>();
        while (lines.size() + rejects.size() < size) {
            var line = file.next();
            if (line == null) {
                break;
            }
            read(line, lines, rejects);
        }
        return new RegisterChunk(file.header(), lines, rejects);
    }

    private void read(CsvLines.Line line, ArrayList<RegisterLine> lines, ArrayList<Reject> rejects) {
        try {
            var read = reader.read(line);
            var contradiction = seen.contradiction(read);
            if (contradiction.isPresent()) {
                throw new BadLine(contradiction.get());
            }
            lines.add(read);
        } catch (BadLine e) {
            rejects.add(new Reject(line.number(), e.reason(), String.join(";", line.cells())));
        }
    }
}
