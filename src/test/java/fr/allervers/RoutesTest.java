package fr.allervers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.staff.EveryRole;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page and end point stands in routes.txt with its roles: a new one, or a wider one, is a decision to be seen. */
@ApplicationTest
class RoutesTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Test
    void everyRouteIsListedWithItsRoles() throws IOException {
        var found = Route.all(handlers).stream().map(RoutesTest::line).collect(Collectors.toCollection(TreeSet::new));
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

    private static String line(Route route) {
        var roles = route.roles();
        return route.pattern() + " " + route.method() + " "
                + (roles == null
                        ? "everyone"
                        : roles.stream().map(Role::name).sorted().toList().toString());
    }
}
