package fr.allervers.arrears.legal.web;

import fr.allervers.shared.web.NavigationEntry;
import fr.allervers.staff.Roles;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LegalNavigation {

    @Bean
    NavigationEntry legalDeadlinesEntry() {
        return new NavigationEntry(
                31,
                "/impayes/echeances",
                "nav.legal-deadlines",
                Set.of(Roles.RENT_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR));
    }
}
