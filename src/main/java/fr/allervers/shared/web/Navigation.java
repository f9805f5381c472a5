package fr.allervers.shared.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The main navigation of the person signed in. Templates call it {@code @navigation}. */
@Component("navigation")
public class Navigation {

    private final List<NavigationEntry> all;

    Navigation(List<NavigationEntry> entries) {
        all = entries.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
    }

    /** An entry as shown: {@code current} when the page asked for is at or below its path. */
    public record Shown(String path, String label, boolean current) {}

    public List<Shown> entries() {
        var authorities = SecurityContextHolder.getContext().getAuthentication().getAuthorities();
        var path = path();
        return all.stream()
                .filter(entry -> authorities.stream().anyMatch(granted -> entry.roles()
                        .contains(granted.getAuthority().replaceFirst("^ROLE_", ""))))
                .map(entry -> new Shown(
                        entry.path(), entry.label(), path.equals(entry.path()) || path.startsWith(entry.path() + "/")))
                .toList();
    }

    private static String path() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRequestURI()
                : "";
    }
}
