package fr.allervers.staff.oidc;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The realm that people sign in at: {@code allervers.sign-in.*}, in production from the environment.
 *
 * @param issuer the realm's address, as its tokens name it
 * @param clientId this application's name in the realm; tokens for the API must be meant for it
 * @param clientSecret from the environment only ({@code ALLERVERS_SIGN_IN_CLIENT_SECRET})
 * @param patience how long people go on with the rights of their last token while Keycloak does not answer
 */
@Validated
@ConfigurationProperties("allervers.sign-in")
record OpenIdSettings(
        @NotBlank String issuer,
        @NotBlank @DefaultValue("aller-vers") String clientId,
        @NotBlank String clientSecret,
        @DefaultValue("PT15M") Duration patience) {}
