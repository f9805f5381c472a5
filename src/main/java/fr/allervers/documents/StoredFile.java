package fr.allervers.documents;

/**
 * A file that the store keeps.
 *
 * @param name as its owner called it, without folders
 * @param size in bytes
 * @param sha256 of its content, 64 lower-case hexadecimal digits
 */
public record StoredFile(long id, String name, String contentType, long size, String sha256) {}
