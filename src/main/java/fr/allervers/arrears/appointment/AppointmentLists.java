package fr.allervers.arrears.appointment;

import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import fr.allervers.tenancy.PhoneNumber;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An officer's days: in the same number of queries however full they are. */
@Component
@Transactional(readOnly = true)
public class AppointmentLists {

    private final AppointmentRows rows;
    private final OpeningRanges ranges;
    private final Households households;
    private final Clock clock;

    AppointmentLists(AppointmentRows rows, OpeningRanges ranges, Households households, Clock clock) {
        this.rows = rows;
        this.ranges = ranges;
        this.households = households;
        this.clock = clock;
    }

    /**
     * An appointment as listed.
     *
     * @param phone the first number that works; none when there is none, or the household is not to be called
     * @param toNote it is over and nobody said how it went
     * @param open it is to come: it may be moved or cancelled
     */
    public record Line(
            Appointment appointment,
            String who,
            String address,
            @Nullable PhoneNumber phone,
            boolean toNote,
            boolean open) {}

    /** A day and what it holds, by time. */
    public record Day(LocalDate date, List<Line> lines) {}

    /**
     * The days of an officer, those without appointments too.
     *
     * @param days from 1 to 7
     * @throws AccessDeniedException when it is not for the signed-in person to see
     */
    public List<Day> days(StaffMember officer, LocalDate from, int days) {
        if (ranges.officers().stream().noneMatch(one -> one.id() == officer.id())) {
            throw new AccessDeniedException("Appointments of somebody else");
        }
        var appointments = rows.ofOfficer(
                officer.id(),
                from.atStartOfDay(SlotPolicy.PARIS).toInstant(),
                from.plusDays(days).atStartOfDay(SlotPolicy.PARIS).toInstant());
        var homes = households.byIds(
                appointments.stream().map(Appointment::householdId).collect(Collectors.toSet()));
        var result = new ArrayList<Day>();
        for (var date = from; date.isBefore(from.plusDays(days)); date = date.plusDays(1)) {
            var day = date;
            result.add(new Day(
                    day,
                    appointments.stream()
                            .filter(one -> one.startsAt()
                                    .atZone(SlotPolicy.PARIS)
                                    .toLocalDate()
                                    .equals(day))
                            .flatMap(one -> Optional.ofNullable(homes.get(one.householdId())).stream()
                                    .map(home -> line(one, home)))
                            .toList()));
        }
        return result;
    }

    private Line line(Appointment appointment, Household household) {
        var over = !appointment.endsAt().isAfter(clock.instant());
        return new Line(
                appointment,
                AppointmentCase.title(household),
                household.address().isEmpty()
                        ? household.agencyName()
                        : household.address() + ", " + household.commune(),
                household.occupants().stream()
                        .filter(occupant -> !occupant.doNotCall())
                        .flatMap(occupant -> occupant.phones().stream())
                        .filter(phone -> !phone.dead())
                        .findFirst()
                        .orElse(null),
                appointment.isBooked() && over,
                appointment.isBooked() && !over);
    }
}
