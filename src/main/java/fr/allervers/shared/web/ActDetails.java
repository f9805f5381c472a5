package fr.allervers.shared.web;

import fr.allervers.shared.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** What a request's entry in the audit log tells beyond its route and subject; for those who know it. */
public final class ActDetails {

    private static final String NAME = ActDetails.class.getName();

    private static final String SUBJECT = NAME + ".about";

    private ActDetails() {}

    /**
     * Names what the request at hand is about, where its address does not say it. A second one is told among the details.
     *
     * @param kind a case's kind as the inbox names it, or "household"
     */
    public static void about(String kind, long id) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return;
        }
        var about = new About(kind, id);
        var before = request.getAttribute(SUBJECT, RequestAttributes.SCOPE_REQUEST);
        if (before == null) {
            request.setAttribute(SUBJECT, about, RequestAttributes.SCOPE_REQUEST);
        } else if (!about.equals(before)) {
            add(kind + " " + id);
        }
    }

    /** What the request is about, if anybody said so. */
    public static Optional<About> subject(HttpServletRequest request) {
        return Optional.ofNullable((About) request.getAttribute(SUBJECT));
    }

    /** What a request is about. */
    public record About(String kind, long id) {}

    /** Adds this to the entry of the request at hand; outside of one there is no entry to add to. Never a name. */
    public static void add(String detail) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            var before = request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST);
            request.setAttribute(
                    NAME, before == null ? detail : before + " ; " + detail, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /**
     * Adds that these words were searched and how much was found. The entry holds their digest: it tells the same search from
     * another, and makes no second list of names.
     */
    public static void addSearch(String words, int found) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(Texts.fold(words).getBytes(StandardCharsets.UTF_8));
            add("mots " + HexFormat.of().formatHex(hash, 0, 8) + " ; " + found);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** What was added during this request; none when nothing was. */
    public static @Nullable String of(HttpServletRequest request) {
        return (String) request.getAttribute(NAME);
    }
}
