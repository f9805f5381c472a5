package fr.allervers.staff.oidc;

import fr.allervers.staff.StaffDirectory;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.support.TransactionTemplate;

/** In force as soon as a realm is named; the application then starts when Keycloak answers. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("allervers.sign-in.issuer")
@EnableConfigurationProperties(OpenIdSettings.class)
class OpenIdConfiguration {

    @Bean
    ClientRegistrationRepository realm(OpenIdSettings settings) {
        return new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(OpenIdPages.REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .scope("openid")
                .userNameAttributeName("preferred_username")
                .build());
    }

    /** With the session, that is in the database: any node can ask for the next token. */
    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    StaffAccounts staffAccounts(
            JdbcClient jdbc,
            StaffDirectory directory,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        return new StaffAccounts(jdbc, directory, transaction, events);
    }

    @Bean
    OpenIdSignIn signIn(
            OpenIdSettings settings,
            ClientRegistrationRepository realm,
            OAuth2AuthorizedClientRepository clients,
            StaffAccounts accounts,
            ApplicationEventPublisher events,
            Clock clock) {
        var tokens = new RefreshTokenOAuth2AuthorizedClientProvider();
        tokens.setApplicationEventPublisher(events);
        var freshRights = new FreshRights(clients, tokens, settings.patience(), clock);
        return new OpenIdSignIn(settings, realm, clients, accounts, freshRights);
    }

    @Bean
    JwtDecoder bearerTokens(OpenIdSettings settings) {
        var decoder = NimbusJwtDecoder.withIssuerLocation(settings.issuer()).build();
        decoder.setJwtValidator(accepted(settings));
        return decoder;
    }

    /** Of this realm, meant for this application, begun, and not over for more than a minute: clocks differ. */
    static OAuth2TokenValidator<Jwt> accepted(OpenIdSettings settings) {
        return new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.issuer()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.clientId())));
    }

    /** The API by bearer token; without one, its end points are for people who are signed in, as any page. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, JwtDecoder bearerTokens, StaffAccounts accounts) throws Exception {
        return http.securityMatcher(request -> request.getRequestURI().startsWith("/api/")
                        && request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/v1/register-imports/**")
                        .hasAuthority("SCOPE_register")
                        .requestMatchers("/api/v1/ledger-imports/**")
                        .hasAuthority("SCOPE_ledger")
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(
                        jwt -> jwt.decoder(bearerTokens).jwtAuthenticationConverter(token -> caller(token, accounts))))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    private static ApiCaller caller(Jwt token, StaffAccounts accounts) {
        try {
            return new ApiCaller(accounts.takeOver(Identity.of(token)), token);
        } catch (Identity.IncompleteToken | StaffAccounts.TakenName e) {
            throw new BadCredentialsException(e.getMessage(), e);
        }
    }
}
