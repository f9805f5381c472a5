package fr.allervers.staff.web;

import fr.allervers.shared.web.NavigationEntry;
import fr.allervers.staff.Roles;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TeamNavigation {

    @Bean
    NavigationEntry teamEntry() {
        return new NavigationEntry(90, "/equipe", "nav.team", Set.of(Roles.SUPERVISOR, Roles.ADMINISTRATOR));
    }
}
