package fr.allervers.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.json.MappingJackson2JsonView;

/** Puts refusals and failures into words and into the shape that the asker reads: page, fragment or JSON. */
@Component
class Problems {

    /** Statuses that have their own words; the others borrow them from their family. */
    private static final List<Integer> TOLD = List.of(400, 403, 404, 409, 413, 500, 503);

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    Problem of(int status) {
        var told = TOLD.contains(status) ? status : status >= 500 ? 500 : 400;
        var key = "error." + told;
        return new Problem(
                status, text(key + ".title"), text(key + ".what"), text(key + ".kept"), text(key + ".todo"), "");
    }

    Problem of(UserError error) {
        var status = error.status().value();
        var title = text(status == HttpStatus.CONFLICT.value() ? "error.409.title" : "error.user.title");
        return new Problem(
                status,
                optional(error, ".title", title),
                text(error.messageKey(), error.args()),
                text("error.user.kept"),
                optional(error, ".todo", ""),
                optional(error, ".link", ""));
    }

    private String optional(UserError error, String part, String otherwise) {
        var found = messages.getMessage(
                error.messageKey() + part, error.args(), otherwise, LocaleContextHolder.getLocale());
        return found == null ? otherwise : found;
    }

    ModelAndView show(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        return show(problem, request.getRequestURI(), request, response);
    }

    ModelAndView show(Problem problem, String path, HttpServletRequest request, HttpServletResponse response) {
        return show(problem, path, "shared/error", request, response);
    }

    /** Told on a page without the menu, which would ask the database. */
    ModelAndView away(String path, HttpServletRequest request, HttpServletResponse response) {
        var answer = show(of(HttpStatus.SERVICE_UNAVAILABLE.value()), path, "shared/away", request, response);
        var asked = path + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        return answer.addObject("again", "GET".equals(request.getMethod()) && isOurs(path) ? asked : back(request));
    }

    private ModelAndView show(
            Problem problem, String path, String page, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(problem.status());
        if (path.startsWith("/api/")) {
            return json(problem, reference(request));
        }
        var fragment =
                request.getHeader("HX-Request") != null && request.getHeader("HX-History-Restore-Request") == null;
        if (fragment) {
            // Beside what the person was doing, which stays as it is, and not in the place of it.
            response.setHeader("HX-Retarget", "#problem");
            response.setHeader("HX-Reswap", "innerHTML");
            response.setHeader("HX-Push-Url", "false");
        }
        return new ModelAndView(
                fragment ? "shared/error :: alert" : page,
                Map.of("problem", problem, "back", back(request), "reference", reference(request)),
                HttpStatus.valueOf(problem.status()));
    }

    /** The page of ours that the request came from, else home. */
    private static String back(HttpServletRequest request) {
        var referer = request.getHeader("Referer");
        if (referer == null) {
            return "/";
        }
        try {
            var from = URI.create(referer);
            var path = from.getRawPath();
            return request.getServerName().equals(from.getHost()) && path != null && isOurs(path)
                    ? path + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery())
                    : "/";
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    /** Not of the kind that a browser takes for another host. */
    private static boolean isOurs(String path) {
        return path.matches("/([^/\\\\].*)?");
    }

    private static String reference(HttpServletRequest request) {
        return request.getAttribute(RequestReference.NAME) instanceof String reference ? reference : "";
    }

    private static ModelAndView json(Problem problem, String reference) {
        var detail = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(problem.status()), problem.what());
        detail.setTitle(problem.title());
        detail.setProperty("reference", reference);
        var view = new MappingJackson2JsonView();
        view.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        view.setExtractValueFromSingleKeyModel(true);
        view.setModelKey("problem");
        var answer = new ModelAndView(view, "problem", detail);
        answer.setStatus(HttpStatus.valueOf(problem.status()));
        return answer;
    }

    private String text(String key, @Nullable Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
