package fr.allervers.staff;

/**
 * A form came in somebody's name without the token of their session: forged elsewhere, or left from an earlier session. It
 * was refused before anything read it.
 *
 * @param path the address without its parameters
 */
public record ForeignForm(long staffId, String method, String path) {}
