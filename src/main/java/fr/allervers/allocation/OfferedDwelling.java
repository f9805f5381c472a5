package fr.allervers.allocation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vacant dwelling that is offered (logement proposé à la commission).
 *
 * @param code the register's code of the dwelling
 * @param insee code of its commune (code officiel géographique): it says which mayor and which EPCI have a seat
 * @param typology « T3 »
 * @param financing « PLUS », « PLAI », « PLS »…; it decides the ceilings
 * @param rentCents rent and charges a month, in cents
 * @param reservationHolder whose quota the dwelling is in (réservataire); none for the landlord's own
 * @param visitUrl address of a virtual visit; none when there is none
 * @param visitPhotos ids of the visit's photos in the document store
 */
public record OfferedDwelling(
        long id,
        long agencyId,
        String code,
        String address,
        String commune,
        String insee,
        String typology,
        String financing,
        long rentCents,
        @Nullable String reservationHolder,
        @Nullable String visitUrl,
        List<Long> visitPhotos) {

    public OfferedDwelling {
        visitPhotos = List.copyOf(visitPhotos);
    }
}
