package fr.allervers.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Answers in the place of everything that needs the database while there is none: sessions, rights, the menu. It stands before
 * them all, so that an outage is told in the same words whoever noticed it first, and nothing that it shows asks the database.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class DatabaseAway extends OncePerRequestFilter {

    private static final String RETRY_AFTER_SECONDS = "10";

    /** MariaDB's own words for it: the server shuts down, the connection was killed. */
    private static final Set<Integer> GOING = Set.of(1053, 1927);

    private static final Set<String> OF_THE_CONTENT = Set.of(
            "content-type", "content-length", "content-disposition", "content-language", "etag", "last-modified");

    private final Problems problems;
    private final LocaleResolver locales;
    private final ThymeleafViewResolver views;

    DatabaseAway(Problems problems, LocaleResolver locales, ThymeleafViewResolver views) {
        this.problems = problems;
        this.locales = locales;
        this.views = views;
    }

    /** Whether this was thrown because no connection was to be had, or one broke. */
    static boolean isCauseOf(Throwable error) {
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (at instanceof SQLTransientConnectionException
                    || at instanceof SQLNonTransientConnectionException
                    || at instanceof SQLRecoverableException) {
                return true;
            }
            if (at instanceof SQLException sql && isOfAConnection(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfAConnection(SQLException error) {
        return GOING.contains(error.getErrorCode())
                // Class 08 of the standard's states: connection exceptions.
                || Objects.requireNonNullElse(error.getSQLState(), "").startsWith("08")
                // The pool's, without a state, where a connection broke earlier in the same transaction.
                || "Connection is closed".equals(error.getMessage());
    }

    /** The page that says so may itself look for who is signed in. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            if (response.isCommitted() || !isCauseOf(e)) {
                throw e;
            }
            logger.warn("No database for " + request.getMethod() + " " + path(request) + ": " + e.getMessage());
            tell(request, response);
        }
    }

    private void tell(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        LocaleContextHolder.setLocale(locales.resolveLocale(request));
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        try {
            clear(response);
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            render(problems.away(path(request), request, response), request, response);
        } catch (Exception e) {
            throw new ServletException("Nothing could be told", e);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    /** Takes back what was written and what was said of it, but for who asked (the reference) and what browsers must heed. */
    private static void clear(HttpServletResponse response) {
        var kept = new LinkedHashMap<String, Collection<String>>();
        for (var name : response.getHeaderNames()) {
            if (!OF_THE_CONTENT.contains(name.toLowerCase(Locale.ROOT))) {
                kept.put(name, List.copyOf(response.getHeaders(name)));
            }
        }
        response.reset();
        kept.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    }

    private void render(ModelAndView answer, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        var view = answer.getView() == null
                ? views.resolveViewName(Objects.requireNonNull(answer.getViewName()), LocaleContextHolder.getLocale())
                : answer.getView();
        Objects.requireNonNull(view).render(answer.getModel(), request, response);
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }
}
