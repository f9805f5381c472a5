package fr.allervers.links;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a link is for. A process module declares one bean per purpose, and a controller whose handlers stand below
 * {@code /l/{token}/<page>} and say {@code @PermitAll}: the gate lets through only a good link of this purpose.
 */
public interface LinkPurpose {

    /** At most 30 characters, for example "appointment". */
    String key();

    /** The segment after the token, in French, for example "rendez-vous". */
    String page();

    /** Whether the person must say something that only the addressee knows before anything of the subject is shown. */
    default boolean asksBirthDate() {
        return false;
    }

    /** Whether this is the birth date of somebody whom the subject is about; asked only when {@link #asksBirthDate}. */
    default boolean isBirthDate(long subjectId, LocalDate given) {
        return false;
    }

    /** Somebody gave another birth date, in the transaction that counts the try; for those who keep a record of it. */
    default void wrongBirthDate(long subjectId) {
        // Most purposes keep none: the link counts the tries.
    }

    /** The language in which the addressee is spoken to, an ISO 639-1 code; none: the house's. */
    default @Nullable String language(long subjectId) {
        return null;
    }

    /** How long a browser that said it need not say it again. */
    default Duration proofLasts() {
        return Duration.ofMinutes(30);
    }

    /** How many requests a link of this purpose may make in a minute; none: the house's own limit. */
    default @Nullable Integer requestsAMinute() {
        return null;
    }
}
