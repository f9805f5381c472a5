package fr.allervers.ledger.web;

import fr.allervers.shared.web.NavigationEntry;
import fr.allervers.staff.Roles;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LedgerNavigation {

    @Bean
    NavigationEntry accountsEntry() {
        return new NavigationEntry(
                55,
                "/comptes",
                "nav.accounts",
                Set.of(
                        Roles.RENT_OFFICER,
                        Roles.SOCIAL_ADVISOR,
                        Roles.FIELD_MANAGER,
                        Roles.SUPERVISOR,
                        Roles.DIRECTOR));
    }
}
