package fr.allervers.allocation.committee;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member of a committee.
 *
 * @param substituteOf the member whose seat this one takes when asked; none for those who hold a seat
 * @param places INSEE codes of the communes for which the seat counts; empty for all
 * @param toDay the last day; none while it goes on
 */
public record Member(
        long id,
        long committeeId,
        long staffId,
        String name,
        @Nullable String email,
        Capacity capacity,
        @Nullable Long substituteOf,
        @Nullable String reservationHolder,
        Set<String> places,
        LocalDate fromDay,
        @Nullable LocalDate toDay) {

    public boolean sitsOn(LocalDate day) {
        return !fromDay.isAfter(day) && (toDay == null || !toDay.isBefore(day));
    }
}
