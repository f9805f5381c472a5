package fr.allervers.inventory.photo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of photos and of the parts held of them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PhotoRows {

    private static final String SELECT =
            "select id, inventory_id, item_id, photo_key, state, size_bytes as size, sha256, received, refusal from inventory_photo";

    private final JdbcClient jdbc;

    PhotoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A photo while it is received. */
    record Row(
            long id,
            long inventoryId,
            long itemId,
            String photoKey,
            PhotoStatus.State state,
            long size,
            String sha256,
            long received,
            @Nullable PhotoRefusal refusal) {

        PhotoStatus status() {
            return new PhotoStatus(photoKey, itemId, state, received, size, refusal);
        }
    }

    Optional<Row> find(String key) {
        return jdbc.sql(SELECT + " where photo_key = ?")
                .param(key)
                .query(Row.class)
                .optional();
    }

    Optional<Row> lock(String key) {
        return jdbc.sql(SELECT + " where photo_key = ? for update")
                .param(key)
                .query(Row.class)
                .optional();
    }

    /** False when there is one with this key already. */
    boolean insert(long inventoryId, long itemId, String key, long size, String sha256, Instant at) {
        return jdbc.sql(
                                "insert ignore into inventory_photo (inventory_id, item_id, photo_key, state, size_bytes, sha256, announced_at, part_at) values (?, ?, ?, 'RECEIVING', ?, ?, ?, ?)")
                        .params(inventoryId, itemId, key, size, sha256, at, at)
                        .update()
                == 1;
    }

    int count(long inventoryId, @Nullable Long itemId) {
        return jdbc.sql(
                        "select count(*) from inventory_photo where inventory_id = :inventory and (:item is null or item_id = :item) and state in ('RECEIVING', 'KEPT')")
                .param("inventory", inventoryId)
                .param("item", itemId)
                .query(Integer.class)
                .single();
    }

    void addPart(Row photo, byte[] part, Instant at) {
        jdbc.sql("insert into inventory_photo_part (photo_id, start_at, content) values (?, ?, ?)")
                .params(photo.id, photo.received, part)
                .update();
        jdbc.sql("update inventory_photo set received = received + ?, part_at = ? where id = ?")
                .params(part.length, at, photo.id)
                .update();
    }

    List<Long> parts(long id) {
        return jdbc.sql("select start_at from inventory_photo_part where photo_id = ? order by start_at")
                .param(id)
                .query(Long.class)
                .list();
    }

    byte[] part(long id, long start) {
        return jdbc.sql("select content from inventory_photo_part where photo_id = ? and start_at = ?")
                .params(id, start)
                .query((row, number) -> row.getBytes("content"))
                .single();
    }

    void dropParts(long id) {
        jdbc.sql("delete from inventory_photo_part where photo_id = ?")
                .param(id)
                .update();
    }

    /** What came is not what was announced: it is to be sent again from its first byte. */
    void startAgain(long id) {
        dropParts(id);
        jdbc.sql("update inventory_photo set received = 0 where id = ?")
                .param(id)
                .update();
    }

    void refuse(long id, PhotoRefusal refusal) {
        dropParts(id);
        jdbc.sql("update inventory_photo set state = 'REFUSED', refusal = ? where id = ?")
                .params(refusal.name(), id)
                .update();
    }

    void remove(long id) {
        dropParts(id);
        jdbc.sql("update inventory_photo set state = 'REMOVED' where id = ?")
                .param(id)
                .update();
    }

    void keep(long id, PhotoFacts facts, String scan, long original, long screen, long small, Instant at) {
        dropParts(id);
        jdbc.sql("""
                        update inventory_photo set state = 'KEPT', kept_at = ?, content_type = ?, width = ?, height = ?, taken_at = ?, scan = ?, original_id = ?, screen_id = ?, small_id = ?
                         where id = ?
                        """)
                .params(java.util.Arrays.asList(
                        at,
                        facts.contentType(),
                        facts.width(),
                        facts.height(),
                        facts.takenAt(),
                        scan,
                        original,
                        screen,
                        small,
                        id))
                .update();
    }

    /** Photos that hold parts, or are announced, and of which nothing came since then; locked, those that others hold left out. */
    List<Row> lockAbandoned(Instant since, int most) {
        return jdbc.sql(
                        SELECT
                                + " where state = 'RECEIVING' and part_at < ? and received > 0 order by part_at limit ? for update skip locked")
                .params(since, most)
                .query(Row.class)
                .list();
    }

    /** Keys of photos that are all here and that nobody finished: the server died at their last byte. */
    List<String> whole(Instant since, int most) {
        return jdbc.sql(
                        "select photo_key from inventory_photo where state = 'RECEIVING' and part_at < ? and received = size_bytes order by part_at limit ?")
                .params(since, most)
                .query(String.class)
                .list();
    }

    /** A photo that the scanner has said nothing of, and its original. */
    record Unscanned(long id, long originalId) {}

    /** Kept photos that the scanner was not asked about since then. */
    List<Unscanned> unscanned(Instant since, int most) {
        return jdbc.sql("""
                        select id, original_id from inventory_photo
                         where scan = 'UNSCANNED' and state = 'KEPT' and (scanned_at is null or scanned_at < ?) order by scanned_at limit ?
                        """).params(since, most).query(Unscanned.class).list();
    }

    void scanned(long id, String scan, Instant at) {
        jdbc.sql("update inventory_photo set scan = ?, scanned_at = ? where id = ? and scan = 'UNSCANNED'")
                .params(scan, at, id)
                .update();
    }

    /** The item was touched since more was asked for. */
    void touch(long itemId, Instant at) {
        jdbc.sql("update inventory_item set answered_at = ? where id = ?")
                .params(at, itemId)
                .update();
    }
}
