package fr.allervers.staff;

import fr.allervers.shared.web.UserError;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * A form whose session is over, or that stems from an earlier session, bears a token that is no longer known. That is no
 * matter of rights, and is told so: nothing was saved, and one signs in again.
 */
class LostSession implements AccessDeniedHandler {

    private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();
    private final CurrentStaff currentStaff;
    private final ApplicationEventPublisher events;

    LostSession(CurrentStaff currentStaff, ApplicationEventPublisher events) {
        this.currentStaff = currentStaff;
        this.events = events;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        if (!(why instanceof CsrfException)) {
            others.handle(request, response, why);
            return;
        }
        var somebody = currentStaff.find();
        var nobody = somebody.isEmpty();
        somebody.ifPresent(person ->
                events.publishEvent(new ForeignForm(person.id(), request.getMethod(), request.getRequestURI())));
        if (nobody && AskToSignIn.isScript(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        var told = new UserError(HttpStatus.FORBIDDEN, nobody ? "error.session-lost" : "error.session-other");
        request.setAttribute(UserError.TOLD, told);
        response.sendError(told.status().value());
    }
}
