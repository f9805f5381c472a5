package fr.allervers.ledger;

import fr.allervers.ledger.files.Movement;
import org.jspecify.annotations.Nullable;

/**
 * A movement and the keys under which it is known.
 *
 * @param key of this movement
 * @param text the same, for maps
 * @param batchKey of the entry that it is a part of; none when it is the entry itself
 * @param lookalike account, day and amount of the entry, when a bank tells of it
 */
record Keyed(Movement movement, byte[] key, String text, byte @Nullable [] batchKey, byte @Nullable [] lookalike) {

    Keyed(Movement movement, byte[] key, byte @Nullable [] batchKey, byte @Nullable [] lookalike) {
        this(movement, key, EntryKey.text(key), batchKey, lookalike);
    }

    /** Key of the whole entry. */
    byte[] entryKey() {
        return batchKey == null ? key : batchKey;
    }

    String entryText() {
        return batchKey == null ? text : EntryKey.text(batchKey);
    }
}
