package fr.allervers.messaging.web;

import fr.allervers.shared.web.NavigationEntry;
import fr.allervers.staff.Roles;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MessagesNavigation {

    @Bean
    NavigationEntry messagesEntry() {
        return new NavigationEntry(70, "/messages", "nav.messages", Set.of(Roles.SUPERVISOR, Roles.DIRECTOR));
    }

    /** Administrators write the texts, not the messages. */
    @Bean
    NavigationEntry templatesEntry() {
        return new NavigationEntry(71, "/messages/modeles", "nav.message-templates", Set.of(Roles.ADMINISTRATOR));
    }
}
