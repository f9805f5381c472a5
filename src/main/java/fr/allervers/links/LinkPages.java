package fr.allervers.links;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** The gate's own pages: it stands before the controllers, so it renders them itself. */
@Component
class LinkPages {

    /** Where the second factor is sent. */
    static final String PROOF = "verification";

    private final ITemplateEngine templates;
    private final LocaleResolver locales;

    LinkPages(ITemplateEngine templates, LocaleResolver locales) {
        this.templates = templates;
        this.locales = locales;
    }

    void show(
            String template,
            HttpStatus status,
            Map<String, Object> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var exchange = JakartaServletWebApplication.buildApplication(request.getServletContext())
                .buildExchange(request, response);
        var all = new HashMap<>(model);
        all.put("formToken", LinkCsrf.value(LinkPath.of(request).token()));
        templates.process(
                "links/" + template,
                new WebContext(exchange, locales.resolveLocale(request), all),
                response.getWriter());
    }
}
