package fr.allervers.tenancy;

import fr.allervers.shared.imports.ImportQueue.Reject;
import java.util.ArrayList;
import java.util.List;

/**
 * Some lines of a file that are written in one transaction: those that can be read, and those that reject themselves.
 */
record RegisterChunk(RegisterHeader header, List<RegisterLine> lines, List<Reject> rejects) {

    int size() {
        return lines.size() + rejects.size();
    }

    /** The same chunk in two, in the file's order, to find the line that the database refuses. */
    List<RegisterChunk> halves() {
        var middle = lines.size() / 2;
        var last = lines.get(middle - 1).number();
        return List.of(
                new RegisterChunk(
                        header,
                        lines.subList(0, middle),
                        rejects.stream().filter(reject -> reject.line() <= last).toList()),
                new RegisterChunk(
                        header,
                        lines.subList(middle, lines.size()),
                        rejects.stream().filter(reject -> reject.line() > last).toList()));
    }

    RegisterChunk rejectingItsOnlyLine(String reason) {
        var all = new ArrayList<>(rejects);
        all.add(new Reject(lines.get(0).number(), reason, ""));
        return new RegisterChunk(header, List.of(), all);
    }
}
