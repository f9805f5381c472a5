package fr.allervers.allocation.count;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A candidate as the count needs one.
 *
 * @param appliedOn day of the application for social housing
 * @param uniqueNumber numéro unique of that application
 */
public record Contender(long id, LocalDate appliedOn, String uniqueNumber) {

    /** The older application first, then the smaller unique number: where votes do not decide. */
    public static final Comparator<Contender> BY_AGE =
            Comparator.comparing(Contender::appliedOn).thenComparing(Contender::uniqueNumber);
}
