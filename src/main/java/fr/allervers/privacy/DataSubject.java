package fr.allervers.privacy;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose data we hold (personne concernée).
 *
 * @param id of the occupant, or of the application
 * @param reference the register's code, or the national number of the application
 * @param others how many other people of the household are still named
 * @param erased nothing is known of this person any more
 */
public record DataSubject(
        Kind kind,
        long id,
        String name,
        @Nullable LocalDate birthDate,
        String reference,
        String place,
        long agencyId,
        int others,
        boolean erased) {

    /** As whom we know somebody. */
    public enum Kind {
        TENANT,
        APPLICANT;

        /** As in addresses, « tenant ». */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
