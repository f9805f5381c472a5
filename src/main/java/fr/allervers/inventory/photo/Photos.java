package fr.allervers.inventory.photo;

import fr.allervers.documents.DocumentStore;
import fr.allervers.documents.StoredFile;
import fr.allervers.shared.web.UserError;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The photos held of inventories. Whether somebody may see them is asked by who calls. */
@Component
@Transactional(readOnly = true)
public class Photos {

    private final JdbcClient jdbc;
    private final DocumentStore store;

    Photos(JdbcClient jdbc, DocumentStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /** Which of the three files of a photo. */
    public enum Copy {
        /** As it came, for few. */
        ORIGINAL("original_id"),
        SCREEN("screen_id"),
        SMALL("small_id");

        private final String column;

        Copy(String column) {
            this.column = column;
        }
    }

    /** The photos of these inventories by item, oldest first, in one query. */
    public Map<Long, List<PhotoView>> byItem(Collection<Long> inventoryIds) {
        return jdbc.sql("""
                        select id, item_id, photo_key as `key`, sha256, kept_at, scan from inventory_photo
                         where inventory_id in (:ids) and state = 'KEPT' order by id
                        """).param("ids", inventoryIds).query(PhotoView.class).list().stream()
                .collect(Collectors.groupingBy(PhotoView::itemId));
    }

    /** How far each photo of the inventory has come; those taken back are left out. */
    public List<PhotoStatus> statuses(long inventoryId) {
        return jdbc.sql("""
                        select photo_key as `key`, item_id, state, received as `offset`, size_bytes as size, refusal from inventory_photo
                         where inventory_id = ? and state <> 'REMOVED' order by id
                        """).param(inventoryId).query(PhotoStatus.class).list();
    }

    /** A file of a photo of this inventory; an original that a scanner found infected is handed to nobody. */
    public StoredFile file(long inventoryId, long photoId, Copy copy) {
        return jdbc.sql("select " + copy.column
                        + " from inventory_photo where id = ? and inventory_id = ? and state = 'KEPT'"
                        + (copy == Copy.ORIGINAL ? " and scan <> 'INFECTED'" : ""))
                .params(photoId, inventoryId)
                .query(Long.class)
                .optional()
                .map(store::require)
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "inventory.error.photo-unknown"));
    }

    /** The small copy of a photo of this inventory, by the telephone's key. */
    public StoredFile small(long inventoryId, String key) {
        return jdbc.sql(
                        "select small_id from inventory_photo where photo_key = ? and inventory_id = ? and state = 'KEPT'")
                .params(key, inventoryId)
                .query(Long.class)
                .optional()
                .map(store::require)
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "inventory.error.photo-unknown"));
    }

    /** Its content; the caller closes it. */
    public InputStream open(StoredFile file) {
        return store.open(file.id());
    }
}
