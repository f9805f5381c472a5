package fr.allervers.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Leads who is not signed in to the sign-in. A script (htmx) is answered 401 instead: the sign-in page has no place inside
 * another page, and the script says that the session is over while what was typed stays where it is.
 */
class AskToSignIn implements AuthenticationEntryPoint {

    private final AuthenticationEntryPoint signIn;

    AskToSignIn(String path) {
        signIn = new LoginUrlAuthenticationEntryPoint(path);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, jakarta.servlet.ServletException {
        if (isScript(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            signIn.commence(request, response, why);
        }
    }

    static boolean isScript(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null && request.getHeader("HX-History-Restore-Request") == null;
    }
}
