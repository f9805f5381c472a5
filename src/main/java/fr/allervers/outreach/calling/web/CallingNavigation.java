package fr.allervers.outreach.calling.web;

import fr.allervers.shared.web.NavigationEntry;
import fr.allervers.staff.Roles;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CallingNavigation {

    @Bean
    NavigationEntry myCallsEntry() {
        return new NavigationEntry(
                20,
                "/mes-appels",
                "nav.my-calls",
                Set.of(
                        Roles.SOCIAL_ADVISOR,
                        Roles.CALLER,
                        Roles.RENT_OFFICER,
                        Roles.FIELD_MANAGER,
                        Roles.ALLOCATION_OFFICER,
                        Roles.SUPERVISOR,
                        Roles.DIRECTOR,
                        Roles.ADMINISTRATOR));
    }
}
