package fr.allervers;

import static fr.allervers.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import fr.allervers.testing.Route;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route, called as every role, as somebody without a role and as nobody, answers what docs/rights.md says. */
@ApplicationTest
class RightsTest {

    /** Of a thing that there is not, these say that it is not yours rather than that it is not there. */
    private static final Set<String> SECRETIVE = Set.of();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    private List<Route> staffRoutes() {
        return Route.all(handlers).stream()
                .filter(route -> !route.isForEveryone())
                .toList();
    }

    /** An address of the route that leads to nothing that there is. */
    private static String nowhere(Route route) {
        return route.pattern()
                .replaceAll("\\{(kind)}", "household-call")
                .replaceAll("\\{table:[^}]*}", "x")
                .replaceAll("\\{(batch|version|number)[^/]*}", "1")
                .replaceAll("\\{typology}", "T3")
                .replaceAll("\\{[^/]*}", "999999999");
    }

    private MockHttpServletResponse call(Route route, @Nullable StaffMember person) throws Exception {
        var method = HttpMethod.valueOf(route.method());
        var where = URI.create(nowhere(route));
        // A fragment costs less to write than a page, and there are thousands; without a sign-in it is the page that
        // leads on.
        var asked = (method == HttpMethod.POST ? multipart(method, where) : request(method, where))
                .header(person == null ? "X-None" : "HX-Request", "true");
        // It would leave its own store of tokens in the chain of the links, which then wants a session for every test.
        if (!route.isLink()) {
            asked = asked.with(csrf());
        }
        return mvc.perform(person == null ? asked : asked.with(as(person)))
                .andReturn()
                .getResponse();
    }

    private List<String> wrong(Collection<Route> routes, @Nullable StaffMember person, @Nullable Role role)
            throws Exception {
        var wrong = new ArrayList<String>();
        for (var route : routes) {
            var status = call(route, person).getStatus();
            var open = role != null && route.isOpenTo(role);
            if (open ? status == 403 && !SECRETIVE.contains(route.toString()) || status >= 500 : status != 403) {
                wrong.add(route + " as " + role + ": " + status);
            }
        }
        return wrong;
    }

    @Test
    void everyRouteIsOpenToItsRolesAndToNoOther() throws Exception {
        var wrong = new ArrayList<String>();
        for (var role : EnumSet.allOf(Role.class)) {
            wrong.addAll(wrong(staffRoutes(), people.somebody(role), role));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoHasNoRoleMayDoNothing() throws Exception {
        assertThat(wrong(staffRoutes(), people.somebody(), null)).isEmpty();
    }

    @Test
    void whoIsNotSignedInIsLedToTheSignIn() throws Exception {
        var wrong = new ArrayList<String>();
        for (var route : staffRoutes()) {
            var answer = call(route, null);
            if (answer.getStatus() != 302
                    || !String.valueOf(answer.getRedirectedUrl()).endsWith("/connexion")) {
                wrong.add(route + ": " + answer.getStatus());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aLinkThatThereIsNotLeadsNowhere() throws Exception {
        var wrong = new ArrayList<String>();
        for (var route : Route.all(handlers)) {
            if (route.isLink()) {
                var status = call(route, people.somebody(Role.values())).getStatus();
                if (status != 404 && status != 429) {
                    wrong.add(route + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
