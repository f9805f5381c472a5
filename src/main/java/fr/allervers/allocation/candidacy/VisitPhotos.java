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
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The photos of a dwelling's virtual visit. */
@Component
@Transactional
public class VisitPhotos {

    private static final int MOST = 12;

    private final OfferedDwellings dwellings;
    private final DocumentStore store;
    private final JdbcClient jdbc;
    private final Clock clock;

    VisitPhotos(OfferedDwellings dwellings, DocumentStore store, JdbcClient jdbc, Clock clock) {
        this.dwellings = dwellings;
        this.store = store;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds a photo; the same one again changes nothing.
     *
     * @param size in bytes
     * @throws UserError when it is no JPEG or PNG, too large, or there are twelve
     */
    public void add(long offeredDwellingId, String name, long size, InputStream content) {
        var by = dwellings.requireOfficer(dwellings.require(offeredDwellingId).agencyId());
        if (size > PaperFiles.LARGEST) {
            throw new UserError(HttpStatus.PAYLOAD_TOO_LARGE, "candidacy.error.file-large", PaperFiles.LARGEST >> 20);
        }
        var count = jdbc.sql("select count(*) from offered_photo where offered_dwelling_id = ?")
                .param(offeredDwellingId)
                .query(Integer.class)
                .single();
        if (count >= MOST) {
            throw new UserError("candidacy.error.photos", MOST);
        }
        var file = store(name, content, by.username());
        jdbc.sql("insert ignore into offered_photo (offered_dwelling_id, file_id, sha256, added_at, added_by)"
                        + " values (?, ?, ?, ?, ?)")
                .params(offeredDwellingId, file.id(), file.sha256(), clock.instant(), by.username())
                .update();
    }

    private StoredFile store(String name, InputStream content, String by) {
        try {
            var whole = new BufferedInputStream(content);
            whole.mark(FileType.TOLD_BY);
            var first = whole.readNBytes(FileType.TOLD_BY);
            whole.reset();
            var type = FileType.of(first)
                    .filter(one -> one != FileType.PDF)
                    .orElseThrow(() -> new UserError("candidacy.error.photo-type"));
            return store.store(type.named(name), type.contentType(), whole, by);
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be read", e);
        }
    }

    /** A photo of this dwelling, for its agency's people. */
    @Transactional(readOnly = true)
    public StoredFile require(long offeredDwellingId, long fileId) {
        dwellings.require(offeredDwellingId);
        return jdbc.sql("select file_id from offered_photo where offered_dwelling_id = ? and file_id = ?")
                .params(offeredDwellingId, fileId)
                .query(Long.class)
                .optional()
                .map(store::require)
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "candidacy.error.unknown-file"));
    }

    public InputStream open(StoredFile file) {
        return store.open(file.id());
    }
}
