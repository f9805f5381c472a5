package fr.allervers.staff.oidc;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The address at which a sign-in begins, whichever way it goes on. */
@Controller
@ConditionalOnProperty("allervers.sign-in.issuer")
class OpenIdPages {

    static final String REGISTRATION = "keycloak";

    @GetMapping("/connexion")
    String toKeycloak() {
        return "redirect:" + OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI + "/"
                + REGISTRATION;
    }
}
