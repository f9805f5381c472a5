package fr.allervers.operations.web;

import fr.allervers.shared.web.NavigationEntry;
import fr.allervers.staff.Roles;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OperationsNavigation {

    @Bean
    NavigationEntry operationsEntry() {
        return new NavigationEntry(95, "/exploitation", "nav.operations", Set.of(Roles.ADMINISTRATOR));
    }
}
