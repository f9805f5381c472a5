package fr.allervers.outreach.calling;

import fr.allervers.shared.web.UserError;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** What was sent breaks the rules; nothing has changed. */
public class InvalidCall extends UserError {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> errors;

    /** @param errors messages by field key, in the reader's language; the key "" for the form as a whole */
    public InvalidCall(Map<String, String> errors) {
        super(HttpStatus.UNPROCESSABLE_ENTITY, "calling.error.invalid", String.join(" ", errors.values()));
        this.errors = Map.copyOf(errors);
    }

    public Map<String, String> errors() {
        return errors;
    }
}
