package fr.allervers.ledger.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file read movement after movement: its length does not matter to the memory. */
public interface LedgerFile extends AutoCloseable {

    /** What a file holds at one place: a movement, or something that cannot be one. */
    sealed interface Item permits Movement, BadLine {

        /** Where it stands: line of a text file, number of the movement in an XML file; from 1, rising. */
        int line();
    }

    /**
     * What cannot be booked.
     *
     * @param reason in French, for the reject file
     */
    record BadLine(int line, String reason, String content) implements Item {}

    /**
     * The next item; none at the end.
     *
     * @throws fr.allervers.shared.imports.FileRefused when the file is broken or contradicts its own sums: nothing of it may be
     *     taken
     */
    @Nullable
    Item next() throws IOException;

    @Override
    void close() throws IOException;
}
