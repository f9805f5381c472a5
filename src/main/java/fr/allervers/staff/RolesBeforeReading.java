package fr.allervers.staff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Asks for the role before anything that was sent is read: who may not do it is told so, and not what a form lacks. What
 * stands around the handler itself ({@code @RolesAllowed}) asks again.
 */
@Component
class RolesBeforeReading implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var allowed = handler instanceof HandlerMethod method ? allowed(method) : null;
        if (allowed != null) {
            var roles =
                    Arrays.stream(allowed.value()).map(role -> "ROLE_" + role).collect(Collectors.toSet());
            var person = SecurityContextHolder.getContext().getAuthentication();
            if (person == null
                    || person.getAuthorities().stream()
                            .map(GrantedAuthority::getAuthority)
                            .noneMatch(roles::contains)) {
                throw new AccessDeniedException("Not for this person's roles");
            }
        }
        return true;
    }

    private static @Nullable RolesAllowed allowed(HandlerMethod handler) {
        var own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RolesAllowed.class);
        return own == null
                ? AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), RolesAllowed.class)
                : own;
    }
}
