package fr.allervers.tenancy.web;

import fr.allervers.shared.web.NavigationEntry;
import fr.allervers.staff.Roles;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TenancyNavigation {

    @Bean
    NavigationEntry householdsEntry() {
        return new NavigationEntry(
                50,
                "/locataires",
                "nav.register",
                Set.of(
                        Roles.SOCIAL_ADVISOR,
                        Roles.RENT_OFFICER,
                        Roles.FIELD_MANAGER,
                        Roles.ALLOCATION_OFFICER,
                        Roles.SUPERVISOR,
                        Roles.DIRECTOR,
                        Roles.ADMINISTRATOR));
    }

    @Bean
    NavigationEntry registerEntry() {
        return new NavigationEntry(80, "/registre", "nav.import", Set.of(Roles.SUPERVISOR, Roles.ADMINISTRATOR));
    }
}
