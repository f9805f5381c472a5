package fr.allervers.inbox;

import fr.allervers.documents.DocumentStore;
import fr.allervers.documents.FileType;
import fr.allervers.documents.StoredFile;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of a case: who may read the case may read them, who works on it adds some. */
@Component
@Transactional
public class CaseDocuments {

    /** The largest file taken, in bytes: a scanned file of some twenty pages. */
    public static final long LARGEST = 10L * 1024 * 1024;

    private static final int LISTED = 100;

    private final JdbcClient jdbc;
    private final CasePages pages;
    private final DocumentStore store;
    private final Timeline timeline;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    CaseDocuments(
            JdbcClient jdbc,
            CasePages pages,
            DocumentStore store,
            Timeline timeline,
            CurrentStaff currentStaff,
            Clock clock) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.store = store;
        this.timeline = timeline;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /**
     * A file as listed.
     *
     * @param size in bytes
     * @param by the name of who added it
     */
    public record Document(long id, String name, String contentType, long size, Instant addedAt, String by) {}

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Document> list(CaseRef of) {
        pages.require(of);
        return jdbc.sql("""
                        select d.id, f.name, f.content_type, f.size_bytes as size, d.added_at, coalesce(s.display_name, d.added_by) as `by`
                          from case_document d join stored_file f on f.id = d.file_id left join staff_member s on s.username = d.added_by
                         where d.case_kind = ? and d.case_id = ? order by d.id desc limit
                        """ + " " + LISTED)
                .params(of.kind(), of.id())
                .query(Document.class)
                .list();
    }

    /**
     * Adds a file and tells so on the timeline. Its type is what it holds, whatever it is called.
     *
     * @param size in bytes, as received
     * @throws UserError when it is empty, larger than {@link #LARGEST}, of another type, or in the case already
     * @throws AccessDeniedException when the signed-in person does not work on the case
     */
    public void add(CaseRef of, String name, long size, InputStream content) {
        var card = pages.require(of);
        if (!pages.mayWork(of)) {
            throw new AccessDeniedException("Only those who work on the case add files to it");
        }
        if (size == 0) {
            throw new UserError("inbox.documents.empty");
        }
        if (size > LARGEST) {
            throw new UserError(HttpStatus.PAYLOAD_TOO_LARGE, "inbox.documents.large", LARGEST >> 20);
        }
        var by = currentStaff.require().username();
        var file = store(name, content, by);
        put(of, card.householdId(), file, by);
    }

    /** Keeps a file that the application made for the case; whether the signed-in person may act was the caller's matter. */
    public void keep(CaseRef of, String name, String contentType, byte[] content) {
        var card = pages.require(of);
        var by = currentStaff.require().username();
        put(of, card.householdId(), store.store(name, contentType, new ByteArrayInputStream(content), by), by);
    }

    private void put(CaseRef of, @Nullable Long householdId, StoredFile file, String by) {
        try {
            jdbc.sql(
                            "insert into case_document (case_kind, case_id, file_id, sha256, added_at, added_by) values (?, ?, ?, ?, ?, ?)")
                    .params(of.kind(), of.id(), file.id(), file.sha256(), clock.instant(), by)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "inbox.documents.twice");
        }
        timeline.record(of, householdId, Timeline.Kind.NOTE, "Document ajouté : " + file.name(), null, false);
    }

    private StoredFile store(String name, InputStream content, String by) {
        try {
            var whole = new BufferedInputStream(content);
            whole.mark(FileType.TOLD_BY);
            var first = whole.readNBytes(FileType.TOLD_BY);
            whole.reset();
            var type = FileType.of(first).orElseThrow(() -> new UserError("inbox.documents.type"));
            return store.store(type.named(name), type.contentType(), whole, by);
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be read", e);
        }
    }

    /** A file of the case, for whoever may read the case. */
    @Transactional(readOnly = true)
    public StoredFile require(CaseRef of, long documentId) {
        pages.require(of);
        return jdbc.sql("select file_id from case_document where id = ? and case_kind = ? and case_id = ?")
                .params(documentId, of.kind(), of.id())
                .query(Long.class)
                .optional()
                .map(store::require)
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "inbox.documents.unknown"));
    }

    /** Its content; the caller closes it. */
    public InputStream open(StoredFile file) {
        return store.open(file.id());
    }
}
