package fr.allervers.allocation.candidacy.web;

import fr.allervers.shared.web.NavigationEntry;
import fr.allervers.staff.Roles;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AllocationNavigation {

    @Bean
    NavigationEntry allocationsEntry() {
        return new NavigationEntry(
                35,
                "/attributions",
                "nav.allocations",
                Set.of(Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR));
    }

    /** Who has no dwellings to look at, but settings to keep. */
    @Bean
    NavigationEntry allocationSettingsEntry() {
        return new NavigationEntry(
                96, "/attributions/reglages", "nav.allocation-settings", Set.of(Roles.ADMINISTRATOR));
    }
}
