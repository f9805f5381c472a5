package fr.allervers.inventory.declaration;

import fr.allervers.shared.web.UserError;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the tenant does, from a telephone that may lose the network at any moment: every act carries a key that the telephone
 * gave it, and the same act sent again does nothing and answers the same. Whoever calls has the tenant's link.
 */
@Component
@Transactional
public class Declarations {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<InventoryStatus> WITH_TENANT = Set.of(InventoryStatus.OPEN, InventoryStatus.ASKED);

    private final InventoryRows rows;
    private final InventoryDiary diary;
    private final Cases cases;
    private final JdbcClient jdbc;
    private final Clock clock;

    Declarations(InventoryRows rows, InventoryDiary diary, Cases cases, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.diary = diary;
        this.cases = cases;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An inventory with its items, as the tenant sees it: after more was asked for, those items only. */
    public record Sheet(Inventory of, List<Item> items) {}

    /** What came of sending it: sent, or what it still lacks. */
    public record Sent(boolean sent, List<Lack> lacks, List<String> missingPhotos) {}

    @Transactional(readOnly = true)
    public Sheet sheet(long id) {
        var of = rows.require(id);
        return new Sheet(of, shown(of, rows.items(id)));
    }

    private static List<Item> shown(Inventory of, List<Item> items) {
        return of.status() == InventoryStatus.ASKED
                ? items.stream().filter(item -> item.asked() != null).toList()
                : items;
    }

    /**
     * Keeps an answer.
     *
     * @param key a UUID of the telephone's
     * @throws UserError when the inventory takes none any more (409), the item is another's (404), the answer cannot be
     *     (422) or the key is known with another content (409)
     */
    public void answer(long id, String key, long itemId, ItemAnswer answer) {
        var of = rows.lock(id);
        var item = rows.item(id, itemId)
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "inventory.error.item-unknown"));
        if (isKnown(id, key, itemId + " " + answer)) {
            return;
        }
        if (!of.status().isWithTenant() || (of.status() == InventoryStatus.ASKED && item.asked() == null)) {
            throw new UserError(HttpStatus.CONFLICT, "inventory.error.closed");
        }
        AnswerPolicy.refusal(item.kind(), answer).ifPresent(why -> {
            throw new UserError("inventory.error." + why);
        });
        note(id, key, itemId, itemId + " " + answer);
        jdbc.sql(
                        "update inventory_item set state = ?, remark = ?, serial = ?, reading = ?, quantity = ?, answered_at = ? where id = ?")
                .params(
                        answer.state() == null ? null : answer.state().name(),
                        blankIsNone(answer.remark()),
                        blankIsNone(answer.serial()),
                        answer.reading(),
                        answer.quantity(),
                        clock.instant(),
                        itemId)
                .update();
    }

    /**
     * Sends the inventory to the landlord. Nothing is sent before every item is answered and every photo of the manifest, and
     * every other one that some telephone has begun to send, is held whole.
     *
     * @param manifest the photos that the telephone knows of, hash by key
     */
    public Sent send(long id, String key, Map<String, String> manifest) {
        var of = rows.lock(id);
        var content = "send " + of.revision() + " " + new TreeMap<>(manifest);
        if (isKnown(id, key, content)) {
            return new Sent(true, List.of(), List.of());
        }
        if (!of.status().isWithTenant()) {
            if (of.submittedAt() != null && of.status() != InventoryStatus.CANCELLED) {
                // Another telephone of the household was quicker.
                return new Sent(true, List.of(), List.of());
            }
            throw new UserError(HttpStatus.CONFLICT, "inventory.error.closed");
        }
        var photos = photos(id);
        var missing = missing(manifest, photos);
        var items = rows.items(id);
        var lacks = CompletenessPolicy.lacks(items, photographed(photos));
        if (!missing.isEmpty() || !lacks.isEmpty()) {
            return new Sent(false, lacks, missing);
        }
        note(id, key, null, content);
        rows.update(id, WITH_TENANT, "status = 'SUBMITTED', submitted_at = ?", clock.instant());
        diary.note(of, Timeline.Kind.TASK, "submitted", items.size(), kept(photos));
        cases.correlate("inventory-submitted", InventoryDiary.ref(id));
        return new Sent(true, List.of(), List.of());
    }

    private record Photo(String photoKey, long itemId, String state, String sha256) {}

    private List<Photo> photos(long id) {
        return jdbc.sql("select photo_key, item_id, state, sha256 from inventory_photo where inventory_id = ?")
                .param(id)
                .query(Photo.class)
                .list();
    }

    private static List<String> missing(Map<String, String> manifest, List<Photo> photos) {
        var missing = new HashSet<String>(manifest.keySet());
        for (var photo : photos) {
            if (photo.state.equals("KEPT") && photo.sha256.equals(manifest.get(photo.photoKey))) {
                missing.remove(photo.photoKey);
            } else if (photo.state.equals("REMOVED")) {
                missing.remove(photo.photoKey);
            } else if (photo.state.equals("RECEIVING")) {
                missing.add(photo.photoKey);
            }
        }
        return missing.stream().sorted().toList();
    }

    private static Set<Long> photographed(Collection<Photo> photos) {
        var items = new HashSet<Long>();
        photos.stream().filter(photo -> photo.state.equals("KEPT")).forEach(photo -> items.add(photo.itemId));
        return items;
    }

    private static long kept(Collection<Photo> photos) {
        return photos.stream().filter(photo -> photo.state.equals("KEPT")).count();
    }

    /** True when this very act was done before; a key used for something else is refused. */
    private boolean isKnown(long id, String key, String content) {
        if (!KEY.matcher(key).matches()) {
            throw new UserError(HttpStatus.BAD_REQUEST, "inventory.error.key");
        }
        record Known(long inventoryId, byte[] contentHash) {}
        var known = jdbc.sql("select inventory_id, content_hash from inventory_answer where answer_key = ?")
                .param(key)
                .query(Known.class)
                .optional();
        known.filter(one -> one.inventoryId != id || !MessageDigest.isEqual(one.contentHash, hash(content)))
                .ifPresent(one -> {
                    throw new UserError(HttpStatus.CONFLICT, "inventory.error.key-reused");
                });
        return known.isPresent();
    }

    private void note(long id, String key, @Nullable Long itemId, String content) {
        jdbc.sql(
                        "insert into inventory_answer (answer_key, inventory_id, item_id, content_hash, content, received_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        key,
                        id,
                        itemId,
                        hash(content),
                        content.length() > 2000 ? content.substring(0, 2000) : content,
                        clock.instant())
                .update();
    }

    /** The tenant chooses the language of the page, and of what is written to them. */
    public void speak(long id, String language) {
        if (Set.of("fr", "en", "pt", "ar").contains(language)) {
            jdbc.sql("update inventory set language = ? where id = ?")
                    .params(language, id)
                    .update();
        }
    }

    private static @Nullable String blankIsNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static byte[] hash(String content) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(Objects.requireNonNull(content).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
