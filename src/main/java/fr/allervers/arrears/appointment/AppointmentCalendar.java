package fr.allervers.arrears.appointment;

import fr.allervers.tenancy.Households;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calendar files, for the tenant and for the officer. */
@Component
@Transactional(readOnly = true)
public class AppointmentCalendar {

    private final Appointments appointments;
    private final Households households;
    private final AppointmentWords words;
    private final Clock clock;

    AppointmentCalendar(Appointments appointments, Households households, AppointmentWords words, Clock clock) {
        this.appointments = appointments;
        this.households = households;
        this.words = words;
        this.clock = clock;
    }

    /** For the tenant's telephone: nothing says whose it is or what it is about. */
    public String forTenant(Appointment appointment) {
        var language = LocaleContextHolder.getLocale();
        return CalendarPolicy.write(
                appointment,
                words.say("appointment.ics.tenant", language) + " ("
                        + words.say("appointment.kind." + appointment.kind(), language) + ")",
                appointment.place(),
                clock.instant());
    }

    /** For the officer: with the household's name, and its address for a visit. */
    public String forOfficer(long id) {
        var appointment = appointments.requireMine(id);
        var household = households.require(appointment.householdId());
        var place = appointment.kind() == MeetingKind.HOME
                ? household.address() + ", " + household.postcode() + " " + household.commune()
                : appointment.place();
        return CalendarPolicy.write(
                appointment,
                words.say("appointment.ics.officer", Locale.FRENCH, AppointmentCase.title(household)),
                place,
                clock.instant());
    }
}
