package fr.allervers.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people upload and what the application produces. A content stored twice is kept once, under its SHA-256. */
@Component
public class DocumentStore {

    private static final int NAME_LENGTH = 200;

    private final JdbcClient jdbc;
    private final Contents contents;
    private final Clock clock;

    DocumentStore(JdbcClient jdbc, Contents contents, Clock clock) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.clock = clock;
    }

    /**
     * Keeps the content, streaming. When this returns, the content is on the disk; the row that names it is written in
     * the caller's transaction.
     *
     * @param by user name of who gave it
     */
    @Transactional
    public StoredFile store(String name, String contentType, InputStream content, String by) {
        Contents.Kept kept;
        try {
            kept = contents.keep(content, this::lock);
        } catch (IOException e) {
            throw new UncheckedIOException("The file was not stored", e);
        }
        var id = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into stored_file (name, content_type, size_bytes, sha256, stored_at, stored_by) values (?, ?, ?, ?, ?, ?)")
                .params(List.of(plain(name), contentType, kept.size(), kept.sha256(), clock.instant(), by))
                .update(id, "id");
        return require(id.getKeyAs(Number.class).longValue());
    }

    /** An erased file with the same content must not take it away between its appearing and our commit: see {@link ErasedFiles}. */
    private void lock(String sha256) {
        jdbc.sql("select id from stored_file where sha256 = ? for update")
                .param(sha256)
                .query(Long.class)
                .list();
    }

    /**
     * The content of this file; the caller closes it.
     *
     * @throws UnknownFile when there is none with this id
     */
    public InputStream open(long id) {
        try {
            return contents.open(require(id).sha256());
        } catch (IOException e) {
            throw new UncheckedIOException("File " + id + " cannot be read", e);
        }
    }

    /**
     * What is known of this file.
     *
     * @throws UnknownFile when there is none with this id, or it was erased
     */
    public StoredFile require(long id) {
        return jdbc.sql(
                        "select id, name, content_type, size_bytes as size, sha256 from stored_file where id = ? and erased_at is null")
                .param(id)
                .query(StoredFile.class)
                .optional()
                .orElseThrow(() -> new UnknownFile(id));
    }

    /** Browsers have sent whole paths as a name; control characters would break a header later. */
    private static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        var given = last.isEmpty() ? "document" : last;
        return given.length() > NAME_LENGTH ? given.substring(given.length() - NAME_LENGTH) : given;
    }
}
