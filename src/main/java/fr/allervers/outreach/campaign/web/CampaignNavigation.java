package fr.allervers.outreach.campaign.web;

import fr.allervers.shared.web.NavigationEntry;
import fr.allervers.staff.Roles;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CampaignNavigation {

    @Bean
    NavigationEntry campaignsEntry() {
        return new NavigationEntry(20, "/appels", "nav.calls", Set.of(Roles.SUPERVISOR, Roles.DIRECTOR));
    }
}
