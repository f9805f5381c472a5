package fr.allervers.outreach.calling;

import fr.allervers.shared.web.UserError;
import org.springframework.http.HttpStatus;

/** No call is to be made to the household now. */
public class CallClosed extends UserError {

    private static final long serialVersionUID = 1L;

    public CallClosed() {
        super(HttpStatus.CONFLICT, "calling.error.closed");
    }
}
