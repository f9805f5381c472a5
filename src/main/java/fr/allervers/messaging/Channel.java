package fr.allervers.messaging;

/** The way a message leaves the house. */
public enum Channel {
    SMS,
    EMAIL,
    /** Printed and posted by somebody. */
    LETTER
}
