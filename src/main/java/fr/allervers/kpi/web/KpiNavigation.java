package fr.allervers.kpi.web;

import fr.allervers.shared.web.NavigationEntry;
import fr.allervers.staff.Roles;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KpiNavigation {

    @Bean
    NavigationEntry dashboardEntry() {
        return new NavigationEntry(
                15, DashboardAddress.HOME, "nav.dashboard", Set.of(Roles.SUPERVISOR, Roles.DIRECTOR));
    }
}
