package fr.allervers.arrears.lookup.web;

import fr.allervers.shared.web.NavigationEntry;
import fr.allervers.staff.Roles;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LookupNavigation {

    @Bean
    NavigationEntry lookupEntry() {
        return new NavigationEntry(
                38,
                "/fiches",
                "nav.lookup",
                Set.of(Roles.FIELD_MANAGER, Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR));
    }
}
