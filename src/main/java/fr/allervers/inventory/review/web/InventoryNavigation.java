package fr.allervers.inventory.review.web;

import fr.allervers.shared.web.NavigationEntry;
import fr.allervers.staff.Roles;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InventoryNavigation {

    @Bean
    NavigationEntry inventoriesEntry() {
        return new NavigationEntry(
                40,
                "/etats-des-lieux",
                "nav.inventories",
                Set.of(Roles.FIELD_MANAGER, Roles.RENT_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR));
    }
}
