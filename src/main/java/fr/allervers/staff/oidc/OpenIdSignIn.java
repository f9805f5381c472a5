package fr.allervers.staff.oidc;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Sign-in and sign-out of people at Keycloak, at both ends. */
class OpenIdSignIn implements SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdSignIn.class);

    private final OpenIdSettings settings;
    private final ClientRegistrationRepository registrations;
    private final OAuth2AuthorizedClientRepository clients;
    private final StaffAccounts accounts;
    private final FreshRights freshRights;

    OpenIdSignIn(
            OpenIdSettings settings,
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientRepository clients,
            StaffAccounts accounts,
            FreshRights freshRights) {
        this.settings = settings;
        this.registrations = registrations;
        this.clients = clients;
        this.accounts = accounts;
        this.freshRights = freshRights;
    }

    @Override
    public void configure(HttpSecurity http) throws Exception {
        http.oauth2Login(login -> login.loginPage(path())
                        .permitAll()
                        .clientRegistrationRepository(registrations)
                        .authorizedClientRepository(clients)
                        .userInfoEndpoint(user -> user.oidcUserService(this::person))
                        .failureHandler(OpenIdSignIn::refused))
                .logout(logout -> logout.logoutUrl("/deconnexion").logoutSuccessHandler(atBothEnds()))
                .addFilterBefore(freshRights, AuthorizationFilter.class);
    }

    /** The form that signs out is answered by a redirection to Keycloak, which browsers count as a form's target. */
    @Override
    public String formTargets() {
        var issuer = URI.create(settings.issuer());
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }

    private OidcUser person(OidcUserRequest request) {
        try {
            return new OpenIdPerson(accounts.takeOver(Identity.of(request.getIdToken())), request.getIdToken());
        } catch (Identity.IncompleteToken | StaffAccounts.TakenName e) {
            throw new OAuth2AuthenticationException(new OAuth2Error("access_denied", e.getMessage(), null), e);
        }
    }

    private OidcClientInitiatedLogoutSuccessHandler atBothEnds() {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri("{baseUrl}" + path());
        return handler;
    }

    private static void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        LOG.warn("A sign-in was refused: {}", why.getMessage());
        var told = new UserError(HttpStatus.FORBIDDEN, "error.sign-in");
        request.setAttribute(UserError.TOLD, told);
        response.sendError(told.status().value());
    }
}
