package fr.allervers.staff.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.jwt.Jwt;

/** Which tokens of programs are taken, beside their signature, which is tried with a real Keycloak. */
class BearerTokensTest {

    private static final OpenIdSettings SETTINGS = new OpenIdSettings(
            "https://id.example.org/realms/allervers", "aller-vers", "secret", Duration.ofMinutes(15));

    @ParameterizedTest(name = "{0}, for {1}, {2} to {3} seconds from now: {4}")
    @CsvSource({
        "https://id.example.org/realms/allervers, aller-vers, -300, 300, true",
        "https://id.example.org/realms/allervers, aller-vers, -300, -50, true",
        "https://id.example.org/realms/allervers, aller-vers, -300, -70, false",
        "https://id.example.org/realms/allervers, aller-vers, 50, 300, true",
        "https://id.example.org/realms/allervers, aller-vers, 70, 300, false",
        "https://id.example.org/realms/allervers, another, -300, 300, false",
        "https://id.example.org/realms/another, aller-vers, -300, 300, false",
        "http://id.example.org/realms/allervers, aller-vers, -300, 300, false",
    })
    void aTokenIsOfThisRealmForThisApplicationAndOfNow(
            String issuer, String audience, int from, int until, boolean taken) {
        var now = Instant.now();
        var token = Jwt.withTokenValue("x")
                .header("alg", "RS256")
                .issuer(issuer)
                .audience(List.of(audience))
                .notBefore(now.plusSeconds(from))
                .issuedAt(now.plusSeconds(-300))
                .expiresAt(now.plusSeconds(until))
                .build();
        assertThat(OpenIdConfiguration.accepted(SETTINGS).validate(token).hasErrors())
                .isEqualTo(!taken);
    }
}
