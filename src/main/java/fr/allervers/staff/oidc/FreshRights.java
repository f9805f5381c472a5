package fr.allervers.staff.oidc;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks Keycloak for a new token when the last one is over: roles changed there hold here from then on, and who was signed
 * out, blocked or removed there is signed out here. Spring Security puts the new person into the session itself.
 */
class FreshRights extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FreshRights.class);

    private final OAuth2AuthorizedClientRepository clients;
    private final RefreshTokenOAuth2AuthorizedClientProvider tokens;
    private final Duration patience;
    private final Clock clock;

    FreshRights(
            OAuth2AuthorizedClientRepository clients,
            RefreshTokenOAuth2AuthorizedClientProvider tokens,
            Duration patience,
            Clock clock) {
        this.clients = clients;
        this.tokens = tokens;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken signedIn
                && !isKnownStill(signedIn, request, response)) {
            SecurityContextHolder.clearContext();
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isKnownStill(
            OAuth2AuthenticationToken signedIn, HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizedClient client =
                clients.loadAuthorizedClient(signedIn.getAuthorizedClientRegistrationId(), signedIn, request);
        if (client == null || client.getRefreshToken() == null) {
            return false;
        }
        try {
            var fresh = tokens.authorize(OAuth2AuthorizationContext.withAuthorizedClient(client)
                    .principal(signedIn)
                    .build());
            if (fresh != null) {
                clients.saveAuthorizedClient(
                        fresh, SecurityContextHolder.getContext().getAuthentication(), request, response);
            }
            return true;
        } catch (OAuth2AuthorizationException e) {
            if (OAuth2ErrorCodes.INVALID_GRANT.equals(e.getError().getErrorCode())) {
                return false;
            }
            LOG.warn("Keycloak gave no new token: {}", e.getMessage());
            return isWithinPatience(client);
        }
    }

    /** An outage of Keycloak does not send everybody home in mid-call, nor keep old rights for long. */
    private boolean isWithinPatience(OAuth2AuthorizedClient client) {
        var over = Objects.requireNonNull(client.getAccessToken().getExpiresAt());
        return clock.instant().isBefore(over.plus(patience));
    }
}
