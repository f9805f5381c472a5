package fr.allervers.allocation.candidacy;

import fr.allervers.documents.DocumentStore;
import fr.allervers.documents.FileType;
import fr.allervers.documents.StoredFile;
import fr.allervers.shared.web.UserError;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of an application's documents, whoever sends them. It asks for no right: pages and links do. */
@Component
@Transactional
public class PaperFiles {

    /** The largest file taken, in bytes. */
    public static final long LARGEST = 10L * 1024 * 1024;

    /** As many files as one application may hold: a link in wrong hands fills no disk. */
    static final int MOST = 40;

    private final JdbcClient jdbc;
    private final DocumentStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PaperFiles(JdbcClient jdbc, DocumentStore store, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** Who sent it. */
    public enum Source {
        DESK,
        LINK
    }

    /**
     * Keeps a file of the application; its type is what it holds, whatever it is called. The same content again changes nothing.
     *
     * @param size in bytes, as received
     * @param by user name, or « candidat »
     * @throws UserError when it is empty, too large, of another type, or there are too many
     */
    public void add(
            long applicationId, PaperKind kind, String name, long size, InputStream content, Source source, String by) {
        // One after the other: the count holds.
        if (jdbc.sql("select id from housing_application where id = ? for update")
                .param(applicationId)
                .query(Long.class)
                .optional()
                .isEmpty()) {
            throw new UserError(HttpStatus.NOT_FOUND, "candidacy.error.unknown-application");
        }
        if (size == 0) {
            throw new UserError("candidacy.error.file-empty");
        }
        if (size > LARGEST) {
            throw new UserError(HttpStatus.PAYLOAD_TOO_LARGE, "candidacy.error.file-large", LARGEST >> 20);
        }
        var count = jdbc.sql("select count(*) from application_file where application_id = ?")
                .param(applicationId)
                .query(Integer.class)
                .single();
        if (count >= MOST) {
            throw new UserError("candidacy.error.file-many", MOST);
        }
        var file = store(name, content, by);
        jdbc.sql("insert ignore into application_file (application_id, kind, file_id, sha256, source, added_at,"
                        + " added_by) values (?, ?, ?, ?, ?, ?, ?)")
                .params(applicationId, kind.name(), file.id(), file.sha256(), source.name(), clock.instant(), by)
                .update();
        received(applicationId, kind);
    }

    /** A document was seen at the desk, on paper. */
    public void received(long applicationId, PaperKind kind) {
        jdbc.sql("""
            insert into application_paper (application_id, kind, state, received_at) values (?, ?, 'RECEIVED', ?)
            on duplicate key update received_at = if(state = 'MISSING', values(received_at), received_at), state = if(state = 'MISSING', 'RECEIVED', state)
            """).params(applicationId, kind.name(), clock.instant()).update();
        events.publishEvent(new PaperReceived(applicationId, kind));
    }

    private StoredFile store(String name, InputStream content, String by) {
        try {
            var whole = new BufferedInputStream(content);
            whole.mark(FileType.TOLD_BY);
            var first = whole.readNBytes(FileType.TOLD_BY);
            whole.reset();
            var type = FileType.of(first).orElseThrow(() -> new UserError("candidacy.error.file-type"));
            return store.store(type.named(name), type.contentType(), whole, by);
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be read", e);
        }
    }

    /** Judges a document that came: accepted, or asked for again. */
    public void judge(long applicationId, PaperKind kind, boolean accepted, String by, String why) {
        jdbc.sql("update application_paper set state = ?, accepted_by = ?, accepted_at = ?, refused_why = ?"
                        + " where application_id = ? and kind = ?")
                .params(java.util.Arrays.asList(
                        accepted ? "ACCEPTED" : "MISSING",
                        accepted ? by : null,
                        accepted ? clock.instant() : null,
                        accepted ? null : why,
                        applicationId,
                        kind.name()))
                .update();
    }
}
