package fr.allervers.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that are erased: marked in the transaction that gives them up, their content deleted by a later sweep. A content that another
 * file still has stays. A crash between deleting and noting it deletes nothing twice.
 */
@Component
public class ErasedFiles {

    private final JdbcClient jdbc;
    private final Contents contents;
    private final Clock clock;

    ErasedFiles(JdbcClient jdbc, Contents contents, Clock clock) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.clock = clock;
    }

    /**
     * Marks files as erased: from now on they are unknown.
     *
     * @param ids a query for ids of files
     * @return how many were marked
     */
    @Transactional
    public int mark(JdbcClient.StatementSpec ids) {
        var found = ids.query(Long.class).list();
        return found.isEmpty()
                ? 0
                : jdbc.sql(
                                "update stored_file set erased_at = :now, name = 'Effacé' where erased_at is null and id in (:ids)")
                        .param("now", clock.instant())
                        .param("ids", found)
                        .update();
    }

    private record Erased(long id, String sha256) {}

    /** Deletes the content of the next files that are marked and says how many were done; 0 when none is left. */
    @Transactional
    public int sweep() {
        var next = jdbc.sql(
                        "select id, sha256 from stored_file where gone_at is null and erased_at is not null order by id limit 100 for update skip locked")
                .query(Erased.class)
                .list();
        next.forEach(this::forget);
        if (!next.isEmpty()) {
            jdbc.sql("update stored_file set gone_at = :now where id in (:ids)")
                    .param("now", clock.instant())
                    .param("ids", next.stream().map(Erased::id).toList())
                    .update();
        }
        return next.size();
    }

    private void forget(Erased file) {
        var same = jdbc.sql("select erased_at is null from stored_file where sha256 = ? for update")
                .param(file.sha256())
                .query(Boolean.class)
                .list();
        if (!same.contains(true)) {
            try {
                contents.delete(file.sha256());
            } catch (IOException e) {
                throw new UncheckedIOException("The content of erased file " + file.id() + " is still there", e);
            }
        }
    }
}
