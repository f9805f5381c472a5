package fr.allervers.messaging;

/** Where a message stands. */
public enum MessageState {
    /** Waits to be sent, or printed. */
    QUEUED,
    /** Handed to the centre, which has not answered yet. */
    SENDING,
    SENT,
    /** Nobody knows whether it left; only a person may send it again. */
    UNKNOWN,
    /** Refused, or tried in vain too often. */
    FAILED,
    /** A letter, printed to be posted. */
    PRINTED
}
