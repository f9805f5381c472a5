package fr.allervers.links;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * Stands before every page below {@code /l/}: only a good link of the page's purpose passes, with its second factor where
 * the purpose asks one. Whatever is wrong with a link, the answer is the same, so that it tells nothing.
 */
class LinkGate extends OncePerRequestFilter {

    private final PublicLinks links;
    private final LinkProofs proofs;
    private final RateLimits limits;
    private final LinkPages pages;
    private final ObjectProvider<LinkPurpose> purposes;

    LinkGate(
            PublicLinks links,
            LinkProofs proofs,
            RateLimits limits,
            LinkPages pages,
            ObjectProvider<LinkPurpose> purposes) {
        this.links = links;
        this.proofs = proofs;
        this.limits = limits;
        this.pages = pages;
        this.purposes = purposes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest asked, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var request = new LinkRequest(asked);
        var parts = LinkPath.of(request);
        if (!limits.allowAddress(request.getRemoteAddr())) {
            busy(request, response);
            return;
        }
        var link = links.open(parts.token());
        var purpose = link.flatMap(found -> purpose(found.purpose()));
        if (link.isEmpty() || purpose.isEmpty()) {
            limits.unknown(request.getRemoteAddr());
            pages.show("gone", HttpStatus.NOT_FOUND, Map.of(), request, response);
            return;
        }
        // Many telephones share the address of their network: whoever holds a good link is counted by the link.
        limits.known(request.getRemoteAddr());
        if (!limits.allowLink(parts.token(), purpose.get().requestsAMinute())) {
            busy(request, response);
            return;
        }
        request.setAttribute(PublicLink.ATTRIBUTE, link.get());
        speak(purpose.get().language(link.get().subjectId()), request);
        pass(link.get(), purpose.get(), parts, request, response, chain);
    }

    /** Pages are in the addressee's language, the question who they are too. */
    private static void speak(@Nullable String language, LinkRequest request) {
        if (language != null) {
            request.setAttribute(CookieLocaleResolver.LOCALE_REQUEST_ATTRIBUTE_NAME, Locale.forLanguageTag(language));
        }
    }

    private void busy(LinkRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        pages.show("busy", HttpStatus.TOO_MANY_REQUESTS, Map.of(), request, response);
    }

    private void pass(
            PublicLink link,
            LinkPurpose purpose,
            LinkPath parts,
            LinkRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        if (parts.page().isEmpty()) {
            see(link.path(purpose.page()), request, response);
        } else if (purpose.asksBirthDate() && !proofs.proven(link, request)) {
            ask(link, purpose, parts, request, response);
        } else if (parts.page().equals(purpose.page())) {
            chain.doFilter(request, response);
        } else {
            pages.show("gone", HttpStatus.NOT_FOUND, Map.of(), request, response);
        }
    }

    /** Nothing of the subject is shown on this page, and the answer comes by POST, never in an address. */
    private void ask(
            PublicLink link, LinkPurpose purpose, LinkPath parts, LinkRequest request, HttpServletResponse response)
            throws IOException {
        if (MediaType.APPLICATION_JSON_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT))) {
            // A page at work asks: it shows this page itself, with nothing lost.
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        var answered = "POST".equals(request.getMethod()) && parts.page().equals(LinkPages.PROOF);
        if (answered && proofs.answer(link, purpose, request.getParameter("naissance"), request, response)) {
            see(link.path(purpose.page()), request, response);
        } else {
            pages.show(
                    "proof",
                    answered ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK,
                    Map.of("action", link.path(LinkPages.PROOF), "wrong", answered),
                    request,
                    response);
        }
    }

    private static void see(String path, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + path);
    }

    private Optional<LinkPurpose> purpose(String key) {
        return purposes.stream().filter(purpose -> purpose.key().equals(key)).findFirst();
    }
}
