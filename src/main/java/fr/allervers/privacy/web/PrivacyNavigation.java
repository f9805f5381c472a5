package fr.allervers.privacy.web;

import fr.allervers.shared.web.NavigationEntry;
import fr.allervers.staff.Roles;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PrivacyNavigation {

    @Bean
    NavigationEntry personalDataEntry() {
        return new NavigationEntry(95, "/donnees-personnelles", "nav.privacy", Set.of(Roles.ADMINISTRATOR));
    }
}
