package fr.allervers.testing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.staff.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A page or end point of the application, as its handler declares it.
 *
 * @param roles none: it is for everyone
 */
public record Route(String pattern, String method, @Nullable Set<Role> roles, HandlerMethod handler) {

    /** All of the application's own, by address; every one has a method and says for whom it is. */
    public static List<Route> all(RequestMappingHandlerMapping handlers) {
        return handlers.getHandlerMethods().entrySet().stream()
                .filter(one -> isOurs(one.getValue()))
                .flatMap(one -> {
                    var methods = one.getKey().getMethodsCondition().getMethods();
                    assertThat(methods).as("methods of " + one.getValue()).isNotEmpty();
                    return one.getKey().getPatternValues().stream().flatMap(pattern -> methods.stream()
                            .map(method -> new Route(pattern, method.name(), roles(one.getValue()), one.getValue())));
                })
                .sorted(Comparator.comparing(Route::pattern).thenComparing(Route::method))
                .toList();
    }

    private static boolean isOurs(HandlerMethod handler) {
        var where = handler.getBeanType().getPackageName();
        return where.startsWith("fr.allervers") && !where.startsWith("fr.allervers.dev");
    }

    private static @Nullable Set<Role> roles(HandlerMethod handler) {
        if (handler.hasMethodAnnotation(PermitAll.class)) {
            return null;
        }
        var allowed = handler.getMethodAnnotation(RolesAllowed.class);
        if (allowed == null) {
            allowed = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), RolesAllowed.class);
        }
        assertThat(allowed).as("roles of " + handler).isNotNull();
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(allowed.value()).map(Role::valueOf).forEach(roles::add);
        return roles;
    }

    public boolean isOpenTo(Role role) {
        return roles == null || roles.contains(role);
    }

    public boolean isForEveryone() {
        return roles == null;
    }

    /** Whether it is a tenant's or a candidate's, opened by a link. */
    public boolean isLink() {
        return pattern.startsWith("/l/");
    }

    public boolean isGet() {
        return method.equals("GET");
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
