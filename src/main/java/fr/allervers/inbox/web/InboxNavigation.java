package fr.allervers.inbox.web;

import fr.allervers.shared.web.NavigationEntry;
import fr.allervers.staff.Role;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InboxNavigation {

    @Bean
    NavigationEntry inboxEntry() {
        var everybody = Arrays.stream(Role.values())
                .filter(role -> role != Role.CALLER)
                .map(Role::name)
                .collect(Collectors.toUnmodifiableSet());
        return new NavigationEntry(10, InboxAddress.PATH, "nav.inbox", everybody);
    }
}
