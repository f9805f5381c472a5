package fr.allervers.inventory.declaration;

/**
 * What an item still needs before the inventory can be sent.
 */
public record Lack(long itemId, What what) {

    /** What is missing. */
    public enum What {
        STATE,
        REMARK,
        READING,
        QUANTITY,
        PHOTO,
        /** More was asked for, and nothing has come since. */
        ASKED
    }
}
