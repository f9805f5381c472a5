package fr.allervers.arrears.appointment;

import fr.allervers.tenancy.HouseholdLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nobody waits for a household that is no longer there, and nobody writes to it. */
@Component
class DepartedHouseholds {

    private final Appointments appointments;

    DepartedHouseholds(Appointments appointments) {
        this.appointments = appointments;
    }

    @EventListener
    void left(HouseholdLeft household) {
        appointments.withdrawAll(household.householdId());
    }
}
