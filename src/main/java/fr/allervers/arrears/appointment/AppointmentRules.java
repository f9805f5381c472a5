package fr.allervers.arrears.appointment;

import fr.allervers.arrears.appointment.SlotPolicy.Window;
import fr.allervers.arrears.settings.ArrearsSettings;
import fr.allervers.arrears.settings.Setting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The delays of appointments, as the dated settings have them today. */
@Component
class AppointmentRules {

    private final ArrearsSettings settings;
    private final Clock clock;

    AppointmentRules(ArrearsSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** In which a tenant may book, until the last day on which it may be held when there is one. */
    Window forTenants(@Nullable LocalDate heldBy) {
        var rules = settings.at(today());
        var latest = today().plusDays(rules.count(Setting.APPOINTMENT_HORIZON));
        return new Window(
                clock.instant().plus(Duration.ofHours(rules.count(Setting.APPOINTMENT_NOTICE))),
                heldBy != null && heldBy.isBefore(latest) ? heldBy : latest);
    }

    /** In which the officers book for a tenant: without the notice, which protects them. */
    Window forStaff() {
        return new Window(clock.instant(), today().plusDays(count(Setting.APPOINTMENT_HORIZON)));
    }

    /** The moment from which the tenant no longer moves or cancels it alone. */
    Instant changeableUntil(Appointment appointment) {
        return appointment.startsAt().minus(Duration.ofHours(count(Setting.APPOINTMENT_CHANGE)));
    }

    /** Hours on the clock that counts elapsed time: over a change of daylight saving the reminder is an hour off the wall clock's. */
    Instant remindAt(Appointment appointment) {
        return appointment.startsAt().minus(Duration.ofHours(count(Setting.APPOINTMENT_REMINDER)));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private int count(Setting setting) {
        return settings.at(today()).count(setting);
    }
}
