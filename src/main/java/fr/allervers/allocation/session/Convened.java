package fr.allervers.allocation.session;

import fr.allervers.allocation.OfferedDwelling;
import fr.allervers.allocation.committee.Capacity;
import fr.allervers.allocation.committee.SeatPolicy;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A member as convened to a session.
 *
 * @param replacedBy the substitute who takes the seat in this session
 * @param mandateTo the member who votes for this one
 */
public record Convened(
        long memberId,
        long staffId,
        String name,
        @Nullable String email,
        Capacity capacity,
        @Nullable Long substituteOf,
        @Nullable String reservationHolder,
        String places,
        @Nullable Long replacedBy,
        @Nullable Long mandateTo) {

    Set<String> communes() {
        return places.isEmpty() ? Set.of() : Arrays.stream(places.split(",")).collect(Collectors.toSet());
    }

    /** Whether the seat counts for this dwelling. */
    public boolean countsFor(OfferedDwelling dwelling) {
        return SeatPolicy.counts(
                capacity, communes(), reservationHolder, dwelling.insee(), dwelling.reservationHolder());
    }
}
