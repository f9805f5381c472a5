package fr.allervers.allocation.committee.web;

import fr.allervers.shared.web.NavigationEntry;
import fr.allervers.staff.Roles;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CommitteeNavigation {

    @Bean
    NavigationEntry committeeEntry() {
        return new NavigationEntry(
                45,
                "/commissions",
                "nav.committees",
                Set.of(Roles.COMMITTEE_MEMBER, Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR));
    }
}
