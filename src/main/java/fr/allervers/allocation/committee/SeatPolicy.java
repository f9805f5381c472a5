package fr.allervers.allocation.committee;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** For which dwellings a seat counts: electorate and casting vote vary per dwelling, not per session. */
public final class SeatPolicy {

    private SeatPolicy() {}

    /**
     * Whether the seat counts for a dwelling.
     *
     * @param places INSEE codes of the seat's communes; of no account for those who sit for all
     * @param holder whose reservation rights the member holds
     * @param insee the dwelling's commune
     * @param quota the dwelling's reservation holder, none for the landlord's own
     */
    public static boolean counts(
            Capacity capacity, Set<String> places, @Nullable String holder, String insee, @Nullable String quota) {
        if (capacity == Capacity.RESERVATION_HOLDER) {
            return holder != null && quota != null && holder.strip().equalsIgnoreCase(quota.strip());
        }
        return capacity.ofPlaces() ? places.contains(insee) : places.isEmpty() || places.contains(insee);
    }
}
