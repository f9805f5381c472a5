package fr.allervers.inventory.photo;

import java.io.IOException;
import java.nio.file.Path;

/** The way to a virus scanner, where the house has one. */
public interface PhotoScanner {

    /**
     * Whether the file is clean.
     *
     * @throws IOException when the scanner did not answer: nothing is known then, and the photo stays « non analysée »
     */
    boolean isClean(Path photo) throws IOException;
}
