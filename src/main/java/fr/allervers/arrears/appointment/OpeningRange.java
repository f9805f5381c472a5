package fr.allervers.arrears.appointment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A weekly range of time in which an officer receives tenants of an agency (plage d'ouverture).
 *
 * @param dayOfWeek 1 is Monday
 * @param minutes of one appointment
 * @param validFrom first day on which it counts
 * @param validUntil last day on which it counts; none for no end
 */
public record OpeningRange(
        long id,
        long staffId,
        long agencyId,
        MeetingKind kind,
        int dayOfWeek,
        LocalTime fromTime,
        LocalTime toTime,
        int minutes,
        String place,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    public DayOfWeek day() {
        return DayOfWeek.of(dayOfWeek);
    }

    boolean isOn(LocalDate date) {
        return date.getDayOfWeek().getValue() == dayOfWeek
                && !date.isBefore(validFrom)
                && (validUntil == null || !date.isAfter(validUntil));
    }
}
