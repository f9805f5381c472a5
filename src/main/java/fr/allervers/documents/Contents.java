package fr.allervers.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Where contents are kept, each under its SHA-256; a content appears under it whole or not at all. */
interface Contents {

    /** @param sha256 64 lower-case hexadecimal digits */
    record Kept(String sha256, long size) {}

    /**
     * Keeps the content; when this returns it is as durable as the place can make it.
     *
     * @param beforeAppearing is told the SHA-256 before the content appears under it
     */
    Kept keep(InputStream content, Consumer<String> beforeAppearing) throws IOException;

    /** The content, to be closed by the caller. */
    InputStream open(String sha256) throws IOException;

    /** Deletes the content, if it is there. */
    void delete(String sha256) throws IOException;

    /** Two levels, so that no folder grows too long; the same in a folder and in a bucket, so that one is copied into the other as it is. */
    static String place(String sha256) {
        return sha256.substring(0, 2) + "/" + sha256;
    }
}
