package fr.allervers.messaging.gateway;

/**
 * An SMS that somebody sent to us.
 *
 * @param from in E.164 where it is a telephone's number
 * @param fingerprint equal when the centre sends the same message again because it missed our answer
 * @param unique whether the fingerprint alone is unique for ever (the provider's id); else equal texts some time apart
 *     are two messages
 */
public record Incoming(String from, String text, String fingerprint, boolean unique) {}
