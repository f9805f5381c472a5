package fr.allervers.links;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request for a public page: without session, and without any cookie but the language and the proof of this link. */
class LinkRequest extends HttpServletRequestWrapper {

    private static final Set<String> COOKIES = Set.of("langue", LinkProofs.COOKIE);

    LinkRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public Cookie @Nullable [] getCookies() {
        var all = super.getCookies();
        return all == null
                ? null
                : Arrays.stream(all)
                        .filter(cookie -> COOKIES.contains(cookie.getName()))
                        .toArray(Cookie[]::new);
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
        if (create) {
            throw new IllegalStateException("Public links have no session");
        }
        return null;
    }

    @Override
    public @Nullable HttpSession getSession() {
        return getSession(true);
    }

    @Override
    public @Nullable String getRequestedSessionId() {
        return null;
    }
}
