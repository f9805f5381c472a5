package fr.allervers.audit;

import fr.allervers.links.PublicLink;
import fr.allervers.shared.web.ActDetails;
import fr.allervers.staff.CurrentStaff;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Stands before every page. What went well is written down before it is shown: a page whose entry cannot be written is not
 * shown. What was refused or failed is written down once the answer is known.
 */
@Component
class RequestRecording implements HandlerInterceptor {

    private static final String WRITTEN = RequestRecording.class.getName();

    private final AuditTrail trail;
    private final ActTable table;
    private final CurrentStaff currentStaff;

    RequestRecording(AuditTrail trail, ActTable table, CurrentStaff currentStaff) {
        this.trail = trail;
        this.table = table;
        this.currentStaff = currentStaff;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        write(request, response.getStatus(), handler);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception error) {
        write(request, error == null ? response.getStatus() : 500, handler);
    }

    private void write(HttpServletRequest request, int status, Object handler) {
        // The page that tells of an error is no act: what led to it has been written down.
        if (!(handler instanceof HandlerMethod)
                || request.getDispatcherType() == DispatcherType.ERROR
                || request.getAttribute(WRITTEN) != null) {
            return;
        }
        if (!(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern)) {
            return;
        }
        request.setAttribute(WRITTEN, true);
        var actor = actor(request);
        var rule = table.of(request.getMethod(), pattern);
        if (rule.act() != null && actor != Actor.NOBODY) {
            trail.write(
                    actor,
                    rule.act(),
                    Outcome.of(status),
                    subject(pattern, request),
                    request.getMethod() + " " + pattern,
                    ActDetails.of(request));
        }
    }

    private @Nullable Subject subject(String pattern, HttpServletRequest request) {
        if (request.getAttribute(PublicLink.ATTRIBUTE) instanceof PublicLink link) {
            return new Subject("link-" + link.purpose(), link.subjectId());
        }
        return table.subject(pattern, variables(request))
                .or(() -> ActDetails.subject(request).map(about -> new Subject(about.kind(), about.id())))
                .orElse(null);
    }

    private Actor actor(HttpServletRequest request) {
        if (request.getAttribute(PublicLink.ATTRIBUTE) instanceof PublicLink link) {
            return new Actor(Actor.Kind.LINK, link.subjectId());
        }
        return currentStaff
                .find()
                .map(person -> new Actor(Actor.Kind.STAFF, person.id()))
                .orElse(Actor.NOBODY);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> variables(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> map
                ? (Map<String, String>) map
                : Map.of();
    }
}
