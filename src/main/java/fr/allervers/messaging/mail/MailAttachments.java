package fr.allervers.messaging.mail;

import fr.allervers.documents.DocumentStore;
import fr.allervers.documents.StoredFile;
import java.io.InputStream;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files that e-mails carry along. */
class MailAttachments {

    private final JdbcClient jdbc;
    private final DocumentStore store;

    MailAttachments(JdbcClient jdbc, DocumentStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /** Those of an outbox row. */
    List<StoredFile> of(long messageId) {
        return jdbc
                .sql("select file_id from outbox_attachment where message_id = ? order by file_id")
                .param(messageId)
                .query(Long.class)
                .list()
                .stream()
                .map(store::require)
                .toList();
    }

    /** A file's content; the caller closes it. */
    InputStream open(StoredFile file) {
        return store.open(file.id());
    }
}
