package fr.allervers.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.audit.ActTable;
import fr.allervers.links.LinkPurpose;
import fr.allervers.links.PublicLinks;
import fr.allervers.staff.Role;
import fr.allervers.testing.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What somebody tries who should not: other agencies' ids at every route, and script in every text that is stored or sent, while the
 * headers of every page are looked at. Over HTTP and without a browser, so that every route is walked in a minute or two.
 */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileIT {

    private static final int AT_ONCE = 3;

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
    PublicLinks links;

    @Autowired
    List<LinkPurpose> purposes;

    @Autowired
    Environment environment;

    private DemoIds ids;
    private Caller stranger;
    private Caller everywhere;

    @BeforeAll
    void twoPeopleOfEveryRole() throws Exception {
        ids = new DemoIds(jdbc, acts);
        var elsewhere = jdbc.sql("insert into agency (code, name) values ('HOSTILE', 'Ailleurs') returning id")
                .query(Long.class)
                .single();
        person("stranger", elsewhere);
        person("everywhere", null);
        stranger = caller().as("stranger");
        everywhere = caller().as("everywhere");
    }

    private Caller caller() {
        return new Caller("http://localhost:" + environment.getRequiredProperty("local.server.port"));
    }

    private void person(String username, @Nullable Long agency) {
        var id = jdbc.sql(
                        "insert into staff_member (username, display_name, all_agencies) values (?, ?, ?) returning id")
                .params(username, username, agency == null)
                .query(Long.class)
                .single();
        for (var role : Role.values()) {
            jdbc.sql("insert into staff_role values (?, ?)")
                    .params(id, role.name())
                    .update();
        }
        if (agency != null) {
            jdbc.sql("insert into staff_agency values (?, ?)")
                    .params(id, agency)
                    .update();
        }
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
    void scriptStoredOrSentIsShownAsTextAndEveryPageHasItsHeaders() throws Exception {
        var texts = new StoredTexts(jdbc);
        var looks = new Looks();
        var marked = texts.markWith(Looks.PAYLOAD);
        try {
            allAtOnce(routes().filter(Route::isGet).toList(), route -> {
                for (var address : ids.addresses(route)) {
                    looks.at(address, everywhere.get(address));
                    if (!DemoIds.form(route).isEmpty()) {
                        looks.at(address + "?", everywhere.get(address + hostileQuery(route)));
                    }
                }
            });
            tenantsPages(looks);
        } finally {
            texts.restore();
        }
        for (var address : List.of("/accessibilite", "/connexion", "/l/unknown/plan", "/nowhere", "/assets/app.css")) {
            looks.at(address, caller().get(address));
        }
        looks.at("/nowhere", everywhere.get("/" + Caller.encode(Looks.PAYLOAD)));
        looks.at("referer", everywhere.get("/nowhere", "Referer", "http://localhost/?" + Looks.ELEMENT));
        assertThat(looks.wrong()).isEmpty();
        assertThat(marked).as("columns of text").hasSizeGreaterThan(60);
        assertThat(looks.shown()).as("pages that showed what was stored").isGreaterThan(60);
    }

    private static String hostileQuery(Route route) {
        var query = new StringBuilder("?");
        DemoIds.form(route).keySet().forEach(name -> query.append(name)
                .append('=')
                .append(Caller.encode(Looks.PAYLOAD))
                .append('&'));
        return query.toString();
    }

    /** A fresh link of each purpose, opened as its tenant or candidate opens it. */
    private void tenantsPages(Looks looks) throws Exception {
        for (var purpose : purposes) {
            var subject = ids.subjectOf(purpose.key());
            var token = links.issue(purpose.key(), subject, Instant.now().plusSeconds(3600));
            var tenant = caller();
            if (purpose.asksBirthDate()) {
                tenant.readToken("/l/" + token + "/" + purpose.page())
                        .post("/l/" + token + "/verification", ids.birthDate(purpose, subject));
            }
            for (var route : Route.all(handlers)) {
                if (route.isGet() && route.pattern().startsWith("/l/{token}/" + purpose.page())) {
                    var address =
                            route.pattern().replace("{token}", token).replaceAll("\\{[^/]*?(\\{[^}]*})?[^/{}]*}", "1");
                    looks.at(route.pattern(), tenant.get(address));
                }
            }
        }
    }

    private interface Look {
        void at(Route route) throws Exception;
    }

    private static void allAtOnce(List<Route> routes, Look look) throws Exception {
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (var one : routes.stream()
                    .map(route -> pool.submit(() -> {
                        look.at(route);
                        return route;
                    }))
                    .toList()) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
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
