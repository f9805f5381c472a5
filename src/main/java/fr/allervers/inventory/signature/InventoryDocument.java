package fr.allervers.inventory.signature;

import java.time.Instant;

/**
 * A document of an inventory, never changed.
 *
 * @param sha256 of the file, 64 lower-case hexadecimal digits
 */
public record InventoryDocument(long id, long inventoryId, Kind kind, long fileId, String sha256, Instant madeAt) {

    /** What it is. */
    public enum Kind {
        /** What both confirm. */
        DRAFT,
        /** With both names. */
        SEALED,
        /** What was added later. */
        ANNEX,
        /** Of a commissaire de justice. */
        REPORT,
        /** The settlement of an exit. */
        LETTER
    }
}
