package fr.allervers.arrears.appointment;

import fr.allervers.shared.WorkingTime;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.ProcessSteps;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the process appointment asks and does; public because expressions reach public classes only. */
@ProcessSteps("appointment")
public class AppointmentSteps {

    static final String NOTE = "note-appointment";
    /** The officer says the same day how it went. */
    private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);

    private final AppointmentRows rows;
    private final AppointmentRules rules;
    private final AppointmentDiary diary;
    private final StaffDirectory staff;
    private final WorkingTime workingTime;
    private final Clock clock;

    AppointmentSteps(
            AppointmentRows rows,
            AppointmentRules rules,
            AppointmentDiary diary,
            StaffDirectory staff,
            WorkingTime workingTime,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.diary = diary;
        this.staff = staff;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    public void confirm(long id) {
        diary.confirm(rows.require(id));
    }

    public Date remindAt(long id) {
        return Date.from(rules.remindAt(rows.require(id)));
    }

    /** Who booked after the moment of the reminder has just been told. */
    public void remind(long id) {
        var appointment = rows.require(id);
        if (appointment.isBooked()
                && appointment.changedAt().isBefore(rules.remindAt(appointment))
                && clock.instant().isBefore(appointment.startsAt())) {
            diary.remind(appointment);
        }
    }

    public Date overAt(long id) {
        return Date.from(rows.require(id).endsAt());
    }

    /** The officer, or nobody in particular when they are away that day. */
    public @Nullable String officer(long id) {
        var appointment = rows.require(id);
        if (staff.isAbsent(appointment.staffId(), rules.today())) {
            return null;
        }
        return staff.byIds(Set.of(appointment.staffId())).values().stream()
                .map(StaffMember::username)
                .findFirst()
                .orElse(null);
    }

    public Date noteDue(long id) {
        return Date.from(due(rows.require(id).endsAt()));
    }

    public Date noteLateDue(long id) {
        diary.late(rows.require(id));
        return Date.from(workingTime.plusWorkingDays(clock.instant(), 1));
    }

    private static Instant due(Instant over) {
        var evening = over.atZone(SlotPolicy.PARIS).with(END_OF_DAY).toInstant();
        var hourLater = over.plusSeconds(3600);
        return evening.isAfter(hourLater) ? evening : hourLater;
    }
}
