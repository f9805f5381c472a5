package fr.allervers.links;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The parts of {@code /l/{token}/{page}/…}.
 *
 * @param token as asked for; empty, like the page, when there is none
 */
record LinkPath(String token, String page) {

    static LinkPath of(HttpServletRequest request) {
        var parts = request.getRequestURI()
                .substring(request.getContextPath().length())
                .split("/");
        return new LinkPath(parts.length > 2 ? parts[2] : "", parts.length > 3 ? parts[3] : "");
    }
}
