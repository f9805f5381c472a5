package fr.allervers.outreach.followup;

import fr.allervers.outreach.followup.RegularCalls.Series;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who calls this week: the same person as ever, else the stand-in, else a free caller of the agency. */
@Component
class CallerChoice {

    private final StaffDirectory staff;
    private final SeriesCalls calls;
    private final Clock clock;

    CallerChoice(StaffDirectory staff, SeriesCalls calls, Clock clock) {
        this.staff = staff;
        this.calls = calls;
        this.clock = clock;
    }

    /** Nobody when all callers of the agency are absent or busy at that time: the task is then for whoever takes it. */
    Optional<StaffMember> forCall(Series series) {
        var day = series.nextCallAt().atZone(clock.getZone()).toLocalDate();
        var absent = absentOn(day);
        var usual = active(series.callerId()).filter(person -> !absent.contains(person.id()));
        if (usual.isPresent()) {
            return usual;
        }
        var standIn = staff.standIn(series.callerId(), day).flatMap(person -> active(person.id()));
        return standIn.or(() -> anyFree(series, absent));
    }

    private Optional<StaffMember> anyFree(Series series, Set<Long> absent) {
        var unavailable = new HashSet<>(absent);
        unavailable.addAll(calls.busyAt(series.nextCallAt()));
        return staff.withRole(Role.CALLER, series.agencyId()).stream()
                .filter(person -> person.id() != series.callerId() && !unavailable.contains(person.id()))
                .findFirst();
    }

    private Set<Long> absentOn(LocalDate day) {
        return staff.absences().stream()
                .filter(absence -> !day.isBefore(absence.fromDay()) && !day.isAfter(absence.toDay()))
                .map(StaffDirectory.Absence::staffId)
                .collect(Collectors.toSet());
    }

    /** Somebody who has left the landlord calls no more. */
    private Optional<StaffMember> active(long staffId) {
        return Optional.ofNullable(staff.byIds(Set.of(staffId)).get(staffId))
                .flatMap(person -> staff.byUsername(person.username()));
    }
}
