package fr.allervers.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.audit.ActTable;
import fr.allervers.staff.Role;
import fr.allervers.testing.Route;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What somebody tries who should not: other agencies' ids at every route, script in every text that is stored or sent. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileIT {

    /** As a browser reads it, an element; as a spreadsheet reads it, a formula. */
    private static final String PAYLOAD = "=<q7x a='\">";

    private static final String ELEMENT = "<q7x";

    /** Answers that never end, or that change the demo for the tests after this one. */
    private static final Set<String> LEFT_OUT = Set.of("/a-faire/flux");

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

    private void person(String username, @org.jspecify.annotations.Nullable Long agency) {
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

    private List<Route> routes() {
        return Route.all(handlers).stream()
                .filter(route -> !route.isForEveryone() && !LEFT_OUT.contains(route.pattern()))
                .toList();
    }

    @Test
    void whatIsOfAnotherAgencyIsRefusedAtEveryRoute() throws Exception {
        var given = new ArrayList<String>();
        for (var route : routes()) {
            var scope = acts.scope(route.pattern()).orElse("");
            if (!Set.of("agency", "holder", "case").contains(scope)
                    && !route.pattern().startsWith("/a-faire/{taskId}")) {
                continue;
            }
            for (var address : ids.addresses(route)) {
                var answer = route.isGet()
                        ? stranger.get(address)
                        : stranger.send(route.method(), address, DemoIds.form(route));
                if (answer.statusCode() != 403 && answer.statusCode() != 404) {
                    given.add(route.method() + " " + address + " (" + route + "): " + answer.statusCode()
                            + answer.headers().firstValue("Location").orElse(""));
                }
            }
        }
        assertThat(given).isEmpty();
    }

    @Test
    void everyPageHasItsHeaders() throws Exception {
        var wrong = new ArrayList<String>();
        for (var route : routes()) {
            if (route.isGet()) {
                for (var address : ids.addresses(route)) {
                    check(address, everywhere.get(address), wrong);
                }
            }
        }
        for (var address : List.of("/accessibilite", "/connexion", "/l/unknown/plan", "/nowhere", "/assets/app.css")) {
            check(address, caller().get(address), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(String address, HttpResponse<String> answer, List<String> wrong) {
        var headers = answer.headers();
        if (answer.statusCode() >= 500) {
            wrong.add(address + ": " + answer.statusCode());
        }
        for (var expected : Map.of(
                        "X-Content-Type-Options", "nosniff",
                        "X-Frame-Options", "DENY",
                        "Cross-Origin-Opener-Policy", "same-origin")
                .entrySet()) {
            if (!headers.firstValue(expected.getKey()).orElse("").equals(expected.getValue())) {
                wrong.add(address + ": " + expected.getKey());
            }
        }
        var policy = headers.firstValue("Content-Security-Policy").orElse("");
        if (!policy.contains("script-src 'self'") || policy.contains("unsafe") || !policy.contains("base-uri 'none'")) {
            wrong.add(address + ": Content-Security-Policy " + policy);
        }
        if (headers.firstValue("Referrer-Policy").isEmpty()) {
            wrong.add(address + ": Referrer-Policy");
        }
        if (!address.startsWith("/assets/")
                && !headers.firstValue("Cache-Control").orElse("").contains("no-store")
                && !headers.firstValue("Cache-Control").orElse("").contains("private")) {
            wrong.add(address + ": Cache-Control " + headers.firstValue("Cache-Control"));
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

    @Test
    void scriptInAnythingStoredIsShownAsText() throws Exception {
        var wrong = new ArrayList<String>();
        var texts = new StoredTexts(jdbc);
        var marked = texts.markWith(PAYLOAD);
        try {
            for (var route : routes()) {
                if (route.isGet()) {
                    for (var address : ids.addresses(route)) {
                        look(address, everywhere.get(address), wrong);
                    }
                }
            }
        } finally {
            texts.restore();
        }
        assertThat(marked).as("columns of text").hasSizeGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    @Test
    void scriptInAnythingSentIsShownAsText() throws Exception {
        var wrong = new ArrayList<String>();
        for (var route : routes()) {
            if (route.isGet()) {
                var query = new StringBuilder("?");
                DemoIds.form(route).keySet().forEach(name -> query.append(name)
                        .append('=')
                        .append(Caller.encode(PAYLOAD))
                        .append('&'));
                for (var address : ids.addresses(route)) {
                    look(address, everywhere.get(address + query), wrong);
                }
            }
        }
        look("/nowhere", everywhere.get("/" + Caller.encode(PAYLOAD)), wrong);
        look("referer", everywhere.get("/nowhere", "Referer", "http://localhost/?" + ELEMENT), wrong);
        assertThat(wrong).isEmpty();
    }

    private static void look(String address, HttpResponse<String> answer, List<String> wrong) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() >= 500) {
            wrong.add(address + ": " + answer.statusCode());
        } else if (type.startsWith("text/html") && answer.body().contains(ELEMENT)) {
            var at = answer.body().indexOf(ELEMENT);
            wrong.add(address + ": "
                    + answer.body()
                            .substring(
                                    Math.max(0, at - 120),
                                    Math.min(answer.body().length(), at + 40)));
        } else if (type.startsWith("text/csv")
                && answer.body().lines().anyMatch(line -> line.matches("(.*;)?\"?=<q7x.*"))) {
            wrong.add(address + ": a formula");
        } else if (type.startsWith("text/html") && answer.body().contains("java.lang.")) {
            wrong.add(address + ": a stack trace");
        }
    }
}
