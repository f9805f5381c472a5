package fr.allervers.arrears.prevention.web;

import fr.allervers.shared.web.NavigationEntry;
import fr.allervers.staff.Roles;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ArrearsNavigation {

    @Bean
    NavigationEntry arrearsEntry() {
        return new NavigationEntry(
                30,
                "/impayes",
                "nav.arrears",
                Set.of(
                        Roles.RENT_OFFICER,
                        Roles.SOCIAL_ADVISOR,
                        Roles.FIELD_MANAGER,
                        Roles.SUPERVISOR,
                        Roles.DIRECTOR));
    }

    /** Who has no cases to look at, but settings to keep. */
    @Bean
    NavigationEntry arrearsSettingsEntry() {
        return new NavigationEntry(95, "/impayes/reglages", "nav.arrears-settings", Set.of(Roles.ADMINISTRATOR));
    }
}
