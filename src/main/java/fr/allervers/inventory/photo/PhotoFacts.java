package fr.allervers.inventory.photo;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of itself once it is known to be a photo.
 *
 * @param width as stored, before it is turned
 * @param orientation 1 to 8, as EXIF counts them
 * @param takenAt the telephone's own time: a weak hint
 */
record PhotoFacts(
        String contentType,
        int width,
        int height,
        int orientation,
        @Nullable LocalDateTime takenAt) {}
