package fr.allervers.inventory.photo;

/** Why a photo is not taken. */
public enum PhotoRefusal {
    TOO_LARGE,
    TOO_MANY_PIXELS,
    /** The format of recent iPhones: the telephone can be set to take the other one. */
    HEIC,
    NOT_A_PHOTO,
    /** It ends too early, or cannot be read. */
    BROKEN,
    /** It is a photo and something else besides. */
    DISGUISED,
    INFECTED
}
