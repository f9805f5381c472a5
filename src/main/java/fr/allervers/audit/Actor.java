package fr.allervers.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who did it.
 *
 * @param id of the staff member, or of what a link is about; none for nobody
 */
record Actor(Kind kind, @Nullable Long id) {

    static final Actor NOBODY = new Actor(Kind.NOBODY, null);

    /** What is known of whoever did it. */
    enum Kind {
        STAFF,
        LINK,
        NOBODY
    }
}
