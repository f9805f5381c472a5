package fr.allervers.links;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The forms' protection without a session: a value made of the link's token, which only who has the link can know. No
 * cookie goes with these requests that another site could make use of.
 */
class LinkCsrf implements CsrfTokenRepository {

    static final String FIELD = "_csrf";

    static String value(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.hash("form " + token));
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return new DefaultCsrfToken(
                "X-CSRF-TOKEN", FIELD, value(LinkPath.of(request).token()));
    }

    /** Nothing is kept: the value can always be made again. */
    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        // Nothing to do.
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        return generateToken(request);
    }
}
