package fr.allervers.shared.web;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The main navigation of the person signed in. Templates call it {@code @navigation}. */
@Component("navigation")
public class Navigation {

    /** From this order on, entries are about the application itself: registers, people, settings. */
    private static final int ADMINISTRATION = 80;

    /** So many of them still stand beside the others. */
    private static final int FEW = 2;

    private final List<NavigationEntry> all;

    Navigation(List<NavigationEntry> entries) {
        all = entries.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
    }

    /** An entry as shown: {@code current} when the page asked for is at or below its path, and no other's path says it more closely. */
    public record Shown(String path, String label, boolean current) {}

    /** What a person does all day. */
    public List<Shown> entries() {
        return administration().size() > FEW ? shown(entry -> entry.order() < ADMINISTRATION) : shown(entry -> true);
    }

    /** What is looked after now and then, folded away when there is much of it. */
    public List<Shown> folded() {
        var entries = administration();
        return entries.size() > FEW ? entries : List.of();
    }

    private List<Shown> administration() {
        return shown(entry -> entry.order() >= ADMINISTRATION);
    }

    private List<Shown> shown(Predicate<NavigationEntry> which) {
        var authorities = SecurityContextHolder.getContext().getAuthentication().getAuthorities();
        var mine = all.stream()
                .filter(entry -> authorities.stream().anyMatch(granted -> entry.roles()
                        .contains(granted.getAuthority().replaceFirst("^ROLE_", ""))))
                .toList();
        var current = current(mine);
        return mine.stream()
                .filter(which)
                .map(entry ->
                        new Shown(entry.path(), entry.label(), entry.path().equals(current)))
                .toList();
    }

    private static String current(List<NavigationEntry> entries) {
        var path = path();
        return entries.stream()
                .map(NavigationEntry::path)
                .filter(entry -> path.equals(entry) || path.startsWith(entry + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static String path() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRequestURI()
                : "";
    }
}
