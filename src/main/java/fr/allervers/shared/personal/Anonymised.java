package fr.allervers.shared.personal;

import fr.allervers.shared.web.UserError;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Rows that were made anonymous: they are counted, and are nobody's. */
public final class Anonymised {

    private Anonymised() {}

    /**
     * The id by which the row is somebody's.
     *
     * @throws UserError 404 when it is nobody's any more: its page is gone
     */
    public static long named(@Nullable Long id) {
        if (id == null) {
            throw new UserError(HttpStatus.NOT_FOUND, "error.404.what");
        }
        return id;
    }
}
