package fr.allervers.messaging;

/** Why a message is written; it decides what may hold it or stop it. */
public enum Importance {
    /** What a tenant has to know: a cut of water, a lift out of order. Leaves at any hour. */
    ESSENTIAL,
    /** News and invitations: quiet hours hold it, an opposition stops it. */
    INFORMATIVE
}
