package fr.allervers.allocation.session;

/** How a remote session is held, by the president's decision (ordonnance 2014-1329). */
public enum SessionMode {
    /** By video, also with people in the room. */
    LIVE,
    /** By written electronic exchange, over a day or more. */
    WRITTEN
}
