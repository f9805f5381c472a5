package fr.allervers.shared.web;

import org.springframework.http.HttpStatus;

/**
 * What a person asked for cannot be done, and nothing has changed. Shown as a page, as a fragment (htmx) or, below
 * {@code /api}, as problem JSON (RFC 9457). Messages with the key + ".todo", ".title" and ".link", where there are some, say
 * what to do, above what, and name the link back to the page that one comes from.
 */
public class UserError extends RuntimeException {

    /** Where a filter leaves, in the request, what the error page is to say in place of the status's own words. */
    public static final String TOLD = UserError.class.getName();

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String messageKey;
    private final transient Object[] args;

    /** Refuses as unprocessable (422). */
    public UserError(String messageKey, Object... args) {
        this(HttpStatus.UNPROCESSABLE_ENTITY, messageKey, args);
    }

    /**
     * @param status 4xx
     * @param args values of the message's places
     */
    public UserError(HttpStatus status, String messageKey, Object... args) {
        super(messageKey);
        this.status = status;
        this.messageKey = messageKey;
        this.args = args.clone();
    }

    public HttpStatus status() {
        return status;
    }

    public String messageKey() {
        return messageKey;
    }

    public Object[] args() {
        return args.clone();
    }
}
