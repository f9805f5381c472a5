package fr.allervers.inventory.photo;

import java.time.Instant;

/**
 * A photo that is held, as pages show it.
 *
 * @param key as the telephone gave it
 * @param sha256 of the file as it came
 * @param scan name of a {@link Scan}
 */
public record PhotoView(long id, long itemId, String key, String sha256, Instant keptAt, String scan) {}
