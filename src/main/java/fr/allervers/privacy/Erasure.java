package fr.allervers.privacy;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** That a person's data was asked to be erased. It names nobody. */
public record Erasure(
        long id,
        DataSubject.Kind personKind,
        long personId,
        Why why,
        String askedBy,
        Instant askedAt,
        State state,
        @Nullable Instant endedAt) {

    /** Why it was asked for: a word of a list, since a free text would name the person again. */
    public enum Why {
        /** The person asked (RGPD art. 17). */
        REQUEST,
        /** The purpose is over. */
        PURPOSE,
        /** A court or the CNIL. */
        ORDER;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it stands. */
    public enum State {
        RUNNING,
        /** Something is kept by law; looked at again every night. */
        HELD,
        DONE
    }
}
