package fr.allervers.arrears.appointment;

import fr.allervers.arrears.appointment.SlotPolicy.Taken;
import fr.allervers.arrears.appointment.SlotPolicy.Window;
import fr.allervers.shared.WorkingTime;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When officers are free: computed from their ranges, absences, public holidays and what is booked; nothing is stored. */
@Component
class Slots {

    /** Who receives tenants. */
    static final Set<Role> OFFICERS = Set.of(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR);

    private final JdbcClient jdbc;
    private final OpeningRangeRows ranges;
    private final StaffDirectory staff;
    private final WorkingTime workingTime;

    Slots(JdbcClient jdbc, OpeningRangeRows ranges, StaffDirectory staff, WorkingTime workingTime) {
        this.jdbc = jdbc;
        this.ranges = ranges;
        this.staff = staff;
        this.workingTime = workingTime;
    }

    /** Free slots of the agency's officers. */
    List<Slot> free(long agencyId, Window window) {
        var officers = officers(agencyId);
        return free(
                ranges.ofAgency(agencyId).stream()
                        .filter(range -> officers.contains(range.staffId()))
                        .toList(),
                window,
                null);
    }

    /**
     * The slot that the key names, of the same officer or of another who is free at the same time in the same way. The
     * officer's day is locked until the end of the transaction: nobody else books on it meanwhile.
     *
     * @param except an appointment whose time counts as free, since it is to be moved
     * @throws UserError 409 when the slot is taken, or is none of this agency's
     */
    Slot hold(long agencyId, Slot.Key key, Window window, @Nullable Long except) {
        var day = key.startsAt().atZone(SlotPolicy.PARIS).toLocalDate();
        var officers = officers(agencyId);
        var all = ranges.ofAgency(agencyId);
        var wanted = all.stream()
                .filter(range -> range.id() == key.rangeId())
                .findFirst()
                .orElseThrow(Slots::taken);
        var alike = all.stream()
                .filter(range ->
                        range.kind() == wanted.kind() && range.place().equals(wanted.place()) && range.isOn(day))
                .filter(range -> officers.contains(range.staffId()))
                .toList();
        // Always in the same order, so that two who look for the same hour never wait for each other.
        var byOfficer =
                alike.stream().map(OpeningRange::staffId).distinct().sorted().toList();
        for (var officer : byOfficer) {
            lock(officer, day);
            var slot = free(
                            alike.stream()
                                    .filter(range -> range.staffId() == officer)
                                    .toList(),
                            window.part(day, 1),
                            except)
                    .stream()
                    .filter(one -> one.startsAt().equals(key.startsAt()))
                    .findFirst();
            if (slot.isPresent()) {
                return slot.get();
            }
        }
        throw taken();
    }

    private List<Slot> free(List<OpeningRange> of, Window window, @Nullable Long except) {
        if (of.isEmpty()) {
            return List.of();
        }
        var officers = of.stream().map(OpeningRange::staffId).collect(Collectors.toSet());
        return SlotPolicy.free(of, taken(officers, window, except), away(officers), window);
    }

    /**
     * One statement that takes the row for itself alone whether it was there or not: to insert and then to lock takes a
     * shared lock between the two, and those who share it wait for each other.
     */
    private void lock(long staffId, LocalDate day) {
        jdbc.sql("insert into officer_day (staff_id, day) values (?, ?) on duplicate key update day = day")
                .params(staffId, day)
                .update();
    }

    private List<Taken> taken(Collection<Long> officers, Window window, @Nullable Long except) {
        return jdbc.sql("""
                        select staff_id, starts_at, ends_at from appointment
                         where state = 'BOOKED' and staff_id in (:officers) and ends_at > :from and starts_at < :until and id <> :except
                        """)
                .param("officers", officers)
                .param("from", window.earliest())
                .param("until", endOf(window.latest()))
                .param("except", except == null ? 0 : except)
                .query(Taken.class)
                .list();
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(SlotPolicy.PARIS).toInstant();
    }

    private BiPredicate<Long, LocalDate> away(Set<Long> officers) {
        var absences = staff.absences().stream()
                .filter(absence -> officers.contains(absence.staffId()))
                .toList();
        return (officer, day) -> workingTime.isHoliday(day)
                || absences.stream()
                        .anyMatch(absence -> absence.staffId() == officer
                                && !day.isBefore(absence.fromDay())
                                && !day.isAfter(absence.toDay()));
    }

    private Set<Long> officers(long agencyId) {
        var officers = new HashSet<Long>();
        OFFICERS.forEach(role ->
                staff.withRole(role, agencyId).stream().map(StaffMember::id).forEach(officers::add));
        return officers;
    }

    private static UserError taken() {
        return new UserError(HttpStatus.CONFLICT, "appointment.taken");
    }
}
