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

    /** Who has no inventories to look at, but settings to keep. */
    @Bean
    NavigationEntry inventorySettingsEntry() {
        return new NavigationEntry(
                97, "/etats-des-lieux/reglages", "nav.inventory-settings", Set.of(Roles.ADMINISTRATOR));
    }
}
