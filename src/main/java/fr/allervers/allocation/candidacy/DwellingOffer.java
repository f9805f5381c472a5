package fr.allervers.allocation.candidacy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a vacant dwelling when it is offered.
 *
 * @param code the register's code of the dwelling
 * @param financing none: the register's
 * @param zone none: by the commune's code
 * @param rentCents without charges, a month; none: the register's
 * @param chargesCents a month; none: the register's
 * @param reservationHolder whose quota it is in, at most 80 characters; none for the landlord's own
 * @param visitUrl https address of a virtual visit, at most 500 characters
 */
public record DwellingOffer(
        String code,
        LocalDate availableOn,
        @Nullable String financing,
        @Nullable Zone zone,
        @Nullable Long rentCents,
        @Nullable Long chargesCents,
        ReservationKind reservation,
        @Nullable String reservationHolder,
        @Nullable String visitUrl) {}
