package fr.allervers.arrears.appointment.web;

import fr.allervers.shared.web.NavigationEntry;
import fr.allervers.staff.Roles;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AppointmentsNavigation {

    @Bean
    NavigationEntry appointmentsEntry() {
        return new NavigationEntry(
                35,
                "/rendez-vous",
                "nav.appointments",
                Set.of(Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR, Roles.DIRECTOR));
    }
}
