package fr.allervers.outreach.calling;

import fr.allervers.shared.web.UserError;
import org.springframework.http.HttpStatus;

/** The hold expired or a supervisor took the household back. */
public class CallNoLongerYours extends UserError {

    private static final long serialVersionUID = 1L;

    public CallNoLongerYours() {
        super(HttpStatus.CONFLICT, "calling.error.not-yours");
    }
}
