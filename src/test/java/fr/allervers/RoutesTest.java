package fr.allervers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.staff.EveryRole;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import fr.allervers.testing.ApplicationTest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page and end point stands in routes.txt with its roles: a new one, or a wider one, is a decision to be seen. */
@ApplicationTest
class RoutesTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Test
    void everyRouteIsListedWithItsRoles() throws IOException {
        var found = new TreeSet<String>();
        handlers.getHandlerMethods().forEach((route, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("fr.allervers")
                    && !handler.getBeanType().getPackageName().startsWith("fr.allervers.dev")) {
                found.addAll(lines(route, handler));
            }
        });
        var listed =
                new String(new ClassPathResource("routes.txt").getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(found)
                .as(() -> "routes.txt should read:\n" + String.join("\n", found))
                .containsExactlyElementsOf(
                        listed.lines().filter(line -> !line.isBlank()).sorted().toList());
    }

    @Test
    void theNamesForAnnotationsAreTheRoles() {
        assertThat(Arrays.stream(Roles.class.getFields()).map(Field::getName))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::name).toList());
        assertThat(EveryRole.class.getAnnotation(RolesAllowed.class).value())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::name).toList());
    }

    private static List<String> lines(RequestMappingInfo route, HandlerMethod handler) {
        var methods = route.getMethodsCondition().getMethods();
        assertThat(methods).as("methods of " + handler).isNotEmpty();
        return route.getPatternValues().stream()
                .flatMap(path -> methods.stream().map(method -> path + " " + method + " " + roles(handler)))
                .toList();
    }

    private static String roles(HandlerMethod handler) {
        if (handler.hasMethodAnnotation(PermitAll.class)) {
            return "everyone";
        }
        var allowed = handler.getMethodAnnotation(RolesAllowed.class);
        if (allowed == null) {
            allowed = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), RolesAllowed.class);
        }
        assertThat(allowed).as("roles of " + handler).isNotNull();
        return Arrays.stream(allowed.value()).sorted().toList().toString();
    }
}
