package fr.allervers.arrears.appointment;

import fr.allervers.arrears.appointment.AppointmentEvents.AppointmentNoted;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.Tasks;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says how an appointment went: from the day's list, or from the task in the inbox. */
@Component
@Transactional
public class AppointmentNoting {

    private final AppointmentRows rows;
    private final Appointments appointments;
    private final AppointmentDiary diary;
    private final Offers offers;
    private final Tasks tasks;
    private final CurrentStaff currentStaff;
    private final ApplicationEventPublisher events;

    AppointmentNoting(
            AppointmentRows rows,
            Appointments appointments,
            AppointmentDiary diary,
            Offers offers,
            Tasks tasks,
            CurrentStaff currentStaff,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.appointments = appointments;
        this.diary = diary;
        this.offers = offers;
        this.tasks = tasks;
        this.currentStaff = currentStaff;
        this.events = events;
    }

    /**
     * From the day's list: records it and completes the task that asks for it.
     *
     * @throws UserError 409 before the end of the appointment, or when it is recorded
     */
    public void note(long id, AppointmentState outcome, String note) {
        var appointment = appointments.requireMine(id);
        var task = open(appointment)
                .orElseThrow(() -> new UserError(
                        HttpStatus.CONFLICT, appointment.isBooked() ? "appointment.not-yet" : "appointment.over"));
        record(id, outcome, note, currentStaff.require());
        tasks.complete(task, Map.of());
    }

    /** The same, in the transaction that completes the task. */
    void record(long id, AppointmentState outcome, @Nullable String note, StaffMember by) {
        if (!outcome.isOutcome()) {
            throw new UserError("appointment.outcome");
        }
        var words = note == null ? "" : note.strip();
        if (words.length() > 500) {
            throw new UserError("appointment.note.long");
        }
        if (!rows.note(id, outcome, words, by.username())) {
            throw new UserError(HttpStatus.CONFLICT, "appointment.over");
        }
        var appointment = rows.require(id);
        diary.noted(appointment);
        if (outcome == AppointmentState.HELD) {
            offers.close(appointment.offerId());
        }
        events.publishEvent(new AppointmentNoted(appointment.of(), id, outcome));
    }

    private Optional<String> open(Appointment appointment) {
        return tasks.open(appointment.self(), AppointmentSteps.NOTE)
                .or(() -> tasks.open(appointment.self(), AppointmentSteps.NOTE + "-late"));
    }
}
