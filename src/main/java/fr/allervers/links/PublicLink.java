package fr.allervers.links;

import java.time.Instant;

/**
 * A link that is good now. The gate puts it into the request as the attribute {@value #ATTRIBUTE}.
 *
 * @param purpose key of its {@link LinkPurpose}
 * @param subjectId what it is about, in the purpose's module
 * @param token the secret of its address; never to be stored or logged
 */
public record PublicLink(String purpose, long subjectId, Instant expiresAt, String token) {

    public static final String ATTRIBUTE = "publicLink";

    /** Path of the page with this name below the link's address. */
    public String path(String page) {
        return "/l/" + token + "/" + page;
    }

    /** Without the token, so that no log tells it. */
    @Override
    public String toString() {
        return "PublicLink[" + purpose + " " + subjectId + "]";
    }
}
