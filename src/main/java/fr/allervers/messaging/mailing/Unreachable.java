package fr.allervers.messaging.mailing;

/** Why a household is not reached by a channel. */
public enum Unreachable {
    /** It asked not to be written to. */
    OPPOSED,
    /** Its number was found to be wrong. */
    DEAD_NUMBER,
    FOREIGN_NUMBER,
    LANDLINE,
    /** No adult has a number. */
    NO_PHONE,
    NO_EMAIL,
    NO_ADDRESS
}
