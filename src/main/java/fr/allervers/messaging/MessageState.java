package fr.allervers.messaging;

/** Where a message stands. */
public enum MessageState {
    /** Waits to be sent, or printed. */
    QUEUED,
    /** Handed to the centre, which has not answered yet. */
    SENDING,
    /** In the centre's hands; for e-mail, in the mail server's. */
    SENT,
    /** A receipt says that it is on the telephone. */
    DELIVERED,
    /** Nobody knows whether it left; only a receipt or a person settles it. */
    UNKNOWN,
    /** Refused, expired on the way, or tried in vain too long; {@code problem} says why. */
    FAILED,
    /** Withdrawn before it left. */
    CANCELLED,
    /** A letter, printed to be posted. */
    PRINTED
}
