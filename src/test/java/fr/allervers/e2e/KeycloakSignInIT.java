package fr.allervers.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.allervers.staff.Role;
import fr.allervers.testing.KeycloakServer;
import fr.allervers.testing.OneTimePassword;
import fr.allervers.testing.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The application as it is packaged, without the demo, with a real Keycloak and the repository's realm. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = KeycloakSignInIT.Realm.class)
@Import(Visitors.class)
class KeycloakSignInIT {

    private static KeycloakServer keycloak;

    static class Realm implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                var port = KeycloakServer.freePort();
                keycloak = KeycloakServer.of("http://localhost:" + port);
                TestPropertyValues.of(
                                "server.port=" + port,
                                "spring.datasource.url=" + TestDatabase.server().schema("signin"),
                                "spring.datasource.username=root",
                                "spring.datasource.password=",
                                "allervers.sign-in.issuer=" + keycloak.issuer(),
                                "allervers.sign-in.client-secret=" + KeycloakServer.CLIENT_SECRET)
                        .applyTo(context);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Autowired
    Visitors visitors;

    @Autowired
    Environment environment;

    @Autowired
    JdbcClient jdbc;

    private final String name = "p" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void twoAgencies() {
        if (jdbc.sql("select count(*) from agency").query(Integer.class).single() == 0) {
            jdbc.sql("insert into agency (code, name) values ('A01', 'Nord'), ('A02', 'Sud')")
                    .update();
            keycloak.addAgency("A01");
            keycloak.addAgency("A02");
        }
    }

    @AfterEach
    void tokensLiveAsUsual() {
        keycloak.tokensLive(300);
    }

    private Page signIn(String username) {
        var page = visitors.anonymous(Visitors.DESK).open("/a-faire").page();
        assertThat(page.url()).startsWith(keycloak.issuer());
        enter(page, username);
        return page;
    }

    private static void enter(Page page, String username) {
        page.fill("#username", username);
        page.fill("#password", KeycloakServer.PASSWORD);
        page.click("#kc-login");
    }

    private static OneTimePassword setUpTelephone(Page page) {
        page.click("#mode-manual");
        var telephone = OneTimePassword.of(page.textContent("#kc-totp-secret-key"));
        page.fill("#totp", telephone.code(0));
        page.click("#saveTOTPBtn");
        return telephone;
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleSignsInAndFindsItsTasks(Role role) {
        keycloak.add(name, "Camille", "Ferrand", "/roles/" + role.group(), "/agences/A01");
        var page = signIn(name);
        if (role == Role.COMMITTEE_MEMBER || role == Role.ADMINISTRATOR) {
            setUpTelephone(page);
        }
        assertThat(page.locator(".av-user")).containsText("Camille Ferrand");
        assertThat(URI.create(page.url()).getPath()).isEqualTo("/a-faire");
        assertThat(jdbc.sql("""
                        select concat_ws(' ', r.role, a.code) from staff_member s join staff_role r on r.staff_id = s.id
                          join staff_agency sa on sa.staff_id = s.id join agency a on a.id = sa.agency_id where s.username = ?
                        """).param(name).query(String.class).list()).containsExactly(role.name() + " A01");
    }

    @Test
    void aSecondSignInAsksForTheCodeOfTheTelephone() {
        keycloak.add(name, "Camille", "Ferrand", "/roles/committee-member", "/agences/toutes");
        var page = signIn(name);
        var telephone = setUpTelephone(page);
        page.locator("[data-sign-out] button").click();
        enter(page, name);
        page.fill("#otp", "000000");
        page.click("#kc-login");
        assertThat(page.locator("#otp")).isVisible();
        page.fill("#otp", telephone.code(1));
        page.click("#kc-login");
        assertThat(page.locator(".av-user")).containsText("Camille Ferrand");
    }

    @Test
    void signingOutIsAtBothEnds() {
        keycloak.add(name, "Camille", "Ferrand", "/roles/caller", "/agences/A01");
        var page = signIn(name);
        page.locator("[data-sign-out] button").click();
        assertThat(page.locator("#password")).isVisible();
        page.navigate("/a-faire");
        assertThat(page.locator("#password")).isVisible();
    }

    @Test
    void groupsChangedInKeycloakHoldFromTheNextToken() {
        var id = keycloak.add(name, "Camille", "Ferrand", "/roles/caller", "/agences/A01");
        keycloak.tokensLive(1);
        var page = signIn(name);
        assertThat(page.navigate("/equipe").status()).isEqualTo(403);
        keycloak.join(id, "/roles/supervisor");
        assertThat(page.navigate("/equipe").status()).isEqualTo(200);
        keycloak.leave(id, "/roles/supervisor");
        assertThat(page.navigate("/equipe").status()).isEqualTo(403);
    }

    @Test
    void whoIsBlockedInKeycloakIsOutFromTheNextToken() {
        var id = keycloak.add(name, "Camille", "Ferrand", "/roles/caller", "/agences/A01");
        keycloak.tokensLive(1);
        var page = signIn(name);
        assertThat(page.navigate("/a-faire").status()).isEqualTo(200);
        keycloak.change(id, Map.of("enabled", false));
        page.navigate("/a-faire");
        assertThat(page.url()).startsWith(keycloak.issuer());
    }

    @Test
    void anAccountWithoutARoleSeesNothing() {
        keycloak.add(name, "Camille", "Ferrand");
        var page = signIn(name);
        assertThat(page.navigate("/a-faire").status()).isEqualTo(403);
    }

    @Test
    void guessingAPasswordIsBlocked() {
        keycloak.add(name, "Camille", "Ferrand", "/roles/caller", "/agences/A01");
        var page = visitors.anonymous(Visitors.DESK).open("/a-faire").page();
        for (var guess = 0; guess < 9; guess++) {
            page.fill("#username", name);
            page.fill("#password", "Devinette-" + guess);
            page.click("#kc-login");
        }
        enter(page, name);
        assertThat(page.locator("#password")).isVisible();
    }

    @Test
    void aProgramComesInByATokenWithTheScopeOnly() throws Exception {
        assertThat(api(keycloak.erpToken("register"))).as("no such import").isEqualTo(404);
        assertThat(api(keycloak.erpToken("ledger"))).as("another scope").isEqualTo(403);
        assertThat(api(keycloak.foreignToken())).as("another realm's").isEqualTo(401);
        var token = keycloak.erpToken("register");
        assertThat(api(token.substring(0, token.length() - 4) + "AAAA"))
                .as("a forged one")
                .isEqualTo(401);
        assertThat(api(token.split("\\.")[0] + "." + token.split("\\.")[1] + "."))
                .as("an unsigned one")
                .isEqualTo(401);
    }

    private int api(String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:"
                        + environment.getRequiredProperty("local.server.port") + "/api/v1/register-imports/1"))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
