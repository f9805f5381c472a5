package fr.allervers.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.audit.ActTable;
import fr.allervers.staff.Role;
import fr.allervers.testing.Route;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What somebody tries who should not: other agencies' ids at every route. Over HTTP and without a browser, so that all are tried in a minute. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileIT {

    /** An answer that never ends. */
    private static final Set<String> LEFT_OUT = Set.of("/a-faire/flux", "/commissions/{id:\\d+}/flux");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired
    ActTable acts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    private DemoIds ids;
    private Caller stranger;

    @BeforeAll
    void aStrangerOfEveryRole() throws Exception {
        ids = new DemoIds(jdbc, acts);
        var elsewhere = jdbc.sql("insert into agency (code, name) values ('HOSTILE', 'Ailleurs') returning id")
                .query(Long.class)
                .single();
        person("stranger", elsewhere);
        stranger = caller().as("stranger");
    }

    private Caller caller() {
        return new Caller("http://localhost:" + environment.getRequiredProperty("local.server.port"));
    }

    private void person(String username, long agency) {
        var id = jdbc.sql(
                        "insert into staff_member (username, display_name, all_agencies) values (?, ?, false) returning id")
                .params(username, username)
                .query(Long.class)
                .single();
        for (var role : Role.values()) {
            jdbc.sql("insert into staff_role values (?, ?)")
                    .params(id, role.name())
                    .update();
        }
        jdbc.sql("insert into staff_agency values (?, ?)").params(id, agency).update();
    }

    private Stream<Route> routes() {
        return Route.all(handlers).stream()
                .filter(route -> !route.isForEveryone() && !LEFT_OUT.contains(route.pattern()));
    }

    @Test
    void whatIsOfAnotherAgencyIsRefusedAtEveryRoute() throws Exception {
        var given = new ArrayList<String>();
        var tried = 0;
        for (var route : routes().filter(this::isOfAnAgency).toList()) {
            for (var address : ids.addresses(route)) {
                tried++;
                var answer = route.isGet()
                        ? stranger.get(address)
                        : stranger.send(route.method(), address, DemoIds.form(route));
                // What was sent may be found wanting before it is asked whose it is: that tells nothing and changes
                // nothing.
                if (!(answer.statusCode() == 403 || answer.statusCode() == 404)
                        && (route.isGet() || !Set.of(400, 409, 422).contains(answer.statusCode()))) {
                    given.add(route.method() + " " + address + " (" + route + "): " + answer.statusCode()
                            + answer.headers().firstValue("Location").orElse(""));
                }
            }
        }
        assertThat(given).isEmpty();
        assertThat(tried).as("addresses").isGreaterThan(150);
    }

    private boolean isOfAnAgency(Route route) {
        return Set.of("agency", "holder", "case")
                        .contains(acts.scope(route.pattern()).orElse(""))
                || route.pattern().startsWith("/a-faire/{taskId}");
    }

    @Test
    void behindHttpsTheSessionsCookieIsForItOnlyAndBrowsersAreToldToStay() throws Exception {
        var answer = caller().get("/connexion", "X-Forwarded-Proto", "https");
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000"));
        assertThat(answer.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .contains("HttpOnly", "SameSite=Lax", "Secure"));
    }
}
