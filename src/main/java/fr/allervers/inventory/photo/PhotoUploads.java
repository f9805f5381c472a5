package fr.allervers.inventory.photo;

import fr.allervers.inventory.declaration.Inventory;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.shared.web.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Photos on their way from a telephone: announced with size and SHA-256, sent in parts, each from the byte that the server
 * holds. Every byte that came is kept in the transaction that counts it, so that a cut at any byte, of the network or of
 * the server, costs nothing that had come.
 */
@Component
public class PhotoUploads {

    /** The most that one request may bring, in bytes. */
    public static final int LARGEST_PART = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(PhotoUploads.class);
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final PhotoRows rows;
    private final PhotoIntake intake;
    private final PhotoLimits limits;
    private final InventoryRows inventories;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PhotoUploads(
            PhotoRows rows,
            PhotoIntake intake,
            PhotoLimits limits,
            InventoryRows inventories,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.intake = intake;
        this.limits = limits;
        this.inventories = inventories;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A photo is to come; telling so again changes nothing.
     *
     * @param key a UUID of the telephone's, in lower case
     * @param sha256 of the whole file, in lower-case hexadecimal digits
     * @throws UserError when the inventory takes none any more, the item is another inventory's, there are too many, or
     *     the key is known with another content
     */
    public PhotoStatus announce(long inventoryId, long itemId, String key, long size, String sha256) {
        if (!KEY.matcher(key).matches() || !SHA256.matcher(sha256).matches() || size <= 0) {
            throw new UserError(HttpStatus.BAD_REQUEST, "inventory.error.photo-announced");
        }
        return required(transaction.execute(status -> {
            requireOpen(inventoryId, itemId);
            var known = rows.find(key);
            if (known.isEmpty()) {
                requireRoom(inventoryId, itemId);
                rows.insert(inventoryId, itemId, key, size, sha256, clock.instant());
            }
            var row = rows.lock(key).orElseThrow();
            if (row.inventoryId() != inventoryId
                    || row.itemId() != itemId
                    || row.size() != size
                    || !row.sha256().equals(sha256)) {
                throw new UserError(HttpStatus.CONFLICT, "inventory.error.key-reused");
            }
            if (size > limits.mostBytes() && row.state() == PhotoStatus.State.RECEIVING) {
                rows.refuse(row.id(), PhotoRefusal.TOO_LARGE);
                LOG.info("Photo of inventory {} refused: {} bytes", inventoryId, size);
                row = rows.lock(key).orElseThrow();
            }
            return row.status();
        }));
    }

    /** How far the photo has come; looks at it once more when it is whole and nobody has. */
    public PhotoStatus status(long inventoryId, String key) {
        var row = required(transaction.execute(status -> mine(inventoryId, key, false)));
        return isWhole(row) ? intake.finish(key) : row.status();
    }

    /**
     * Takes a part.
     *
     * @param offset where it begins; when the server holds more or less, nothing is taken and its own offset is answered
     * @param body read until its end, until it is cut, or until the photo is whole
     */
    public PhotoStatus receive(long inventoryId, String key, long offset, InputStream body) {
        var before = required(transaction.execute(status -> mine(inventoryId, key, false)));
        if (before.state() != PhotoStatus.State.RECEIVING || before.received() != offset) {
            return isWhole(before) ? intake.finish(key) : before.status();
        }
        var part = read(body, (int) Math.min(LARGEST_PART, before.size() - offset));
        var row = required(transaction.execute(status -> take(inventoryId, key, offset, part)));
        return isWhole(row) ? intake.finish(key) : row.status();
    }

    private PhotoRows.Row take(long inventoryId, String key, long offset, byte[] part) {
        var row = mine(inventoryId, key, true);
        if (row.state() != PhotoStatus.State.RECEIVING || row.received() != offset || part.length == 0) {
            return row;
        }
        requireOpen(inventoryId, row.itemId());
        if (offset == 0 && part.length >= 12) {
            try {
                PhotoCheck.sniff(part);
            } catch (RefusedPhoto e) {
                LOG.info("Photo of inventory {} refused: {}", inventoryId, e.refusal());
                rows.refuse(row.id(), e.refusal());
                return rows.lock(key).orElseThrow();
            }
        }
        rows.addPart(row, part, clock.instant());
        return rows.lock(key).orElseThrow();
    }

    /** The tenant takes a photo back; what came of it is forgotten, or no longer shown. */
    public PhotoStatus remove(long inventoryId, String key) {
        return required(transaction.execute(status -> {
            var row = mine(inventoryId, key, true);
            requireOpen(inventoryId, row.itemId());
            rows.remove(row.id());
            return rows.lock(key).orElseThrow().status();
        }));
    }

    private static boolean isWhole(PhotoRows.Row row) {
        return row.state() == PhotoStatus.State.RECEIVING && row.received() == row.size();
    }

    /** What came before the connection broke is as good as the rest: the whole is compared with its hash in the end. */
    private static byte[] read(InputStream body, int most) {
        var part = new byte[most];
        var length = 0;
        try {
            for (var n = 0; n >= 0 && length < most; n = body.read(part, length, most - length)) {
                length += n;
            }
        } catch (IOException e) {
            LOG.debug("A part of a photo broke off after {} bytes", length);
        }
        return length == most ? part : Arrays.copyOf(part, length);
    }

    private PhotoRows.Row mine(long inventoryId, String key, boolean locked) {
        return (locked ? rows.lock(key) : rows.find(key))
                .filter(row -> row.inventoryId() == inventoryId)
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "inventory.error.photo-unknown"));
    }

    private void requireOpen(long inventoryId, long itemId) {
        Inventory of = inventories.require(inventoryId);
        if (!of.status().isWithTenant()) {
            throw new UserError(HttpStatus.CONFLICT, "inventory.error.closed");
        }
        var mine = jdbc.sql("select count(*) from inventory_item where id = ? and inventory_id = ?")
                .params(itemId, inventoryId)
                .query(Integer.class)
                .single();
        if (mine == 0) {
            throw new UserError(HttpStatus.NOT_FOUND, "inventory.error.item-unknown");
        }
    }

    private void requireRoom(long inventoryId, long itemId) {
        if (rows.count(inventoryId, null) >= limits.mostPerInventory()
                || rows.count(inventoryId, itemId) >= limits.mostPerItem()) {
            throw new UserError(HttpStatus.CONFLICT, "inventory.error.photos-many");
        }
    }

    private static <T> T required(@Nullable T result) {
        return java.util.Objects.requireNonNull(result);
    }
}
